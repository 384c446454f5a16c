"""Elements of a drawing, with everything escaped."""

from markupsafe import Markup, escape

from quellenlage.report.labels import Both


def tag(name: str, *children: Markup | str, **attributes: object) -> Markup:
    """One element. `class_` gives class, `text_anchor` gives text-anchor; None leaves an attribute out."""
    given = Markup("").join(
        Markup(' {}="{}"').format(_attribute(k), _value(v)) for k, v in attributes.items() if v is not None
    )
    inner = Markup("").join(escape(c) for c in children)
    return (
        Markup("<{}{}/>").format(Markup(name), given)
        if not inner
        else Markup("<{0}{1}>{2}</{0}>").format(Markup(name), given, inner)
    )


def _attribute(name: str) -> Markup:
    if name == "viewBox":
        return Markup(name)
    return Markup(name.rstrip("_").replace("_", "-"))


def _value(value: object) -> object:
    return _number(value) if isinstance(value, float) else value


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def percent(value: float) -> str:
    """A share of 0 to 1 as an attribute's "12.5%"."""
    return f"{_number(value * 100)}%"


def words(both: Both) -> Markup:
    """A wording in both languages, as tspans."""
    if both.de == both.en:
        return escape(both.de)
    return tag("tspan", both.de, class_="de") + tag("tspan", both.en, class_="en")


def text(content: Both | Markup | str, **attributes: object) -> Markup:
    """A text element; "" gives nothing."""
    inner = words(content) if isinstance(content, Both) else escape(content)
    return tag("text", inner, **attributes) if inner else Markup("")
