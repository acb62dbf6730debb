"""The first start: the welcome's answers become the shop, or wait while somebody looks around."""

from typing import TYPE_CHECKING

from followup_desktop.domain.errors import WorldError

if TYPE_CHECKING:
    from followup_desktop.app.app import App
    from followup_desktop.ui.welcome.answers import Answers
    from followup_desktop.ui.welcome.page import WelcomePage


class FirstStart:
    def __init__(self, app: "App") -> None:
        self._app = app
        self._answers: Answers | None = None
        self._page: WelcomePage | None = None

    def show(self) -> None:
        from followup_desktop.ui.welcome.page import WelcomePage

        page = WelcomePage(self._answers or self._first_answers(), self._app.window)
        page.start_requested.connect(self._on_start_requested)
        page.look_requested.connect(self._on_look_requested)
        self._page = page
        self._app.show_alone(page)

    def _first_answers(self) -> "Answers":
        """What was ticked in the setup need not be ticked again."""
        from followup_desktop.app import autostart
        from followup_desktop.ui.welcome.answers import Answers

        chosen = autostart.chosen_in_setup() if self._app.may_start_at_login else None
        return Answers() if chosen is None else Answers(starts_at_login=chosen)

    def _on_start_requested(self, answers: "Answers") -> None:
        self._answers = answers
        if self._set_up(answers) and self._app.session is not None:
            self._app.show_session(self._app.session)

    def _on_look_requested(self, answers: "Answers") -> None:
        """Answers are kept: as the shop, or while they are unfinished until the sample is left."""
        self._answers = answers
        if not answers.is_complete or self._set_up(answers):
            self._app.open_sample()

    def _set_up(self, answers: "Answers") -> bool:
        app = self._app
        session = app.session or app.open_folder(app.folder, is_sample=False)
        if session is None:
            return False
        try:
            session.services.shop.set_up(
                app.clock(),
                answers.shop_name,
                answers.country,
                answers.hours or (),
                answers.clerk_name,
                starts_at_login=answers.starts_at_login,
            )
        except WorldError as error:
            if self._page is not None:
                self._page.show_trouble(error)
            return False
        if app.may_start_at_login:
            from followup_desktop.app import autostart

            autostart.forget_choice()
        self._answers = None
        return True
