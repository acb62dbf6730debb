"""The kit: the look, and the small widgets every page is built from. Import from its modules.

Every widget that a person acts on takes `name=` (its objectName) and is known to assistive
technology by its visible words. Words come in already translated. Lengths follow the text size;
nothing has a fixed pixel height.

tokens      LIGHT, DARK: Palette · Space, Radius · TextRole · ToneName (promise, purchase,
            not_bought, referral, thanks, neutral, warning)
theme       apply(app, Appearance, text_size) · appearance() · changed (signal)
            current() -> Look(palette, text_size, .factor, .px())
            font(TextRole), metrics(TextRole), colour(code): for delegates and painted widgets
            Appearance LIGHT, DARK, SYSTEM · TextSize 100, 115, 130, 150
icons       icon(name, colour="muted") -> QIcon · paint(painter, rect, name, colour) · GLYPHS
            hold(), release(): read the icons' font only after the first paint
metrics     control_height(large=False) · chars(count, role=BODY)
painting    rounded(), focus_ring(), chevron(), check_mark(), hairline(), painter_on()

labels      Heading Subheading Serif Cue Mantra Number Strong Body Muted Faint Small Caps:
            each (text, wrap=False) .set_tone(ToneName) .set_emphasis(sentence, bold_part)
            ElidedLabel(text, role=BODY, mode=ElideRight) .shown_text()
surfaces    Card(title="", padding=18) .body (QVBoxLayout) .add(widget) .set_title()
            TintedCard(title="", tone=None) · Divider(vertical=False)
buttons     PrimaryButton, QuietButton (text, name=, icon="", large=False) signal clicked
            QuietButton(leading=True): words at the beginning, as in a list
            MenuButton(text, name=, bare=False) .menu_shown: QMenu
            LinkButton(text, name=, muted=False)
            IconButton(text, name=, icon=) · all: .label() .set_label() .set_icon()
            button_base.KitButton, Coat: for a button of your own · plain(text): & as it is
choices     Choices([(value, words)…], name=, label="", several=False, optional=False)
            signal chosen(object), by a person only
            .value() .values() .choose(*values) .set_options() .pill(value)
chips       Chip(text, name=, icon="", checkable=False) signal clicked
            Badge(text, tone) .set_badge(text, tone) · KeyHint("Ctrl K")
            Avatar(initials, tone, size=34) .set_avatar(initials, tone)
            badge_size(), paint_badge(), paint_avatar(): for delegates
ticks       Tick(text, name=, cue=False) a QCheckBox; signal ticked(bool), by a person only
fields      Field(label, control, hint="") .set_hint() .set_problem() .problem()
            LineField(text, name=, placeholder="", serif=False) a QLineEdit; .set_trailing(widget)
            TextField(text, name=, placeholder="", lines=2, most_lines=6) signal edited(str)
            .text() .set_text() .fill_height() · FieldLabel · HintLine
pickers     Picker([(value, words)…], name=) a drop-down; signal chosen(object)
            .value() .choose(value) .set_options()
dates       DateField(name=, today=date, value=None, prefer=Prefer.FUTURE, placeholder="")
            signals changed(object: date | None), problem_changed(str)
            .value() .set_value() .set_today() .understood()
            TimeField(name=, value=None), AnnualField(name=, value=None): the same
typed_dates parse_date(text, today, words, prefer), parse_annual(text, words); typed_times
            parse_time(text): a value or None, no Qt
flow        FlowLayout(parent, gap=8, line_gap=8)
scroller    Scroller(content) frameless, as wide as its column
row_list    RowList(name=, label=) a list of painted rows; ShowsRing: the same ring for a table
            came_by_key(reason) · list_rows.paint_ground(): what lies behind a row
moving_row  MovingRow(name=, menu=, cue_chars=) .words .cue .menu; override open_up()
            signals moved(int), removed()
tab_order   TabPlace(parent).lead_through(*widgets), tab_through(after, *widgets): for Tab's way
            through what is made later
lines       Line, LineKind: headings, notes and entries · lines_view.LinesView(two_lines=…)
            signals chosen(Line | None), opened(Line), ticked(key, bool)
facts       FactGrid([(label, value)…]) .set_facts(); a value is words or a widget
bars        ProgressLine(done=0, of=1), StageLine(done, of) .set_progress(done, of)
quiet_bar   QuietBar(host) .offer(text, action_text="", seconds=8) .dismiss() signal undo_requested
notices     Notice(text, problem=False) .show_note(text) .show_problem(text)
            EmptyState(title, sentence, action="", name="") signal action_requested
steps       StepBar([words…], name=) .show_step(current, done=None, closed=()) from 0
            signal step_requested(int)
tabs        Tabs([(value, words)…], name=) signal chosen(object) · .value() .choose(value)
nav         NavButton(text, icon=, name=) checkable, for the rail
sheet       Sheet(window, title, name=, width=800, closes_itself=True) .body (QVBoxLayout)
            .add_primary(text, name=) .add_cancel(text) .footer .open() .dismiss()
            signals close_requested, dismissed
asking      ask(window, title, text, yes, no) -> bool
"""
