"""How a text begins."""


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
