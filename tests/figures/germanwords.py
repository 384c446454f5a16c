"""Writes whole numbers as German words, so that the reader can be tried on all of them."""

UNITS = ["null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
UNITS += [f"{unit}zehn" for unit in ("drei", "vier", "fünf", "sech", "sieb", "acht", "neun")]
TENS = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
SCALES = ((10**12, "Billion", "Billionen"), (10**9, "Milliarde", "Milliarden"), (10**6, "Million", "Millionen"))


def in_words(number: int) -> str:
    """A number from 0 to 10^15 - 1 as it is written out: "zwei Millionen dreihunderttausendeins"."""
    if number == 0:
        return UNITS[0]
    parts = []
    for scale, one, many in SCALES:
        count, number = divmod(number, scale)
        if count:
            parts.append(f"eine {one}" if count == 1 else f"{below_million(count)} {many}")
    return " ".join([*parts, below_million(number)] if number else parts)


def below_million(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    word = (below_thousand(thousands, "ein") + "tausend") if thousands else ""
    return word + (below_thousand(rest, "eins") if rest else "")


def below_thousand(number: int, one: str) -> str:
    hundreds, rest = divmod(number, 100)
    word = (UNITS[hundreds] + "hundert") if hundreds else ""
    if rest == 1:
        return word + one
    if rest < 20:
        return word + (UNITS[rest] if rest else "")
    tens, unit = divmod(rest, 10)
    return word + (f"{UNITS[unit]}und" if unit else "") + TENS[tens]
