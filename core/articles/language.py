"""Says which language an article is in, so that the right time expressions are looked for."""

_SAMPLE = 2000  # characters; more does not change the answer
_LANGUAGES = ("en", "uk", "ru")  # those Twotrack reads; a rarer neighbour would only be a wrong guess


def guess_language(text: str) -> str:
    """Return the two-letter code of the language the text is most likely in."""
    sample = text[:_SAMPLE]
    if sum(c.isascii() for c in sample) > 0.9 * len(sample):
        return "en"  # of the languages read, only English is written in ASCII
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # imported late: seldom needed

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(_LANGUAGES))
    code: str = identifier.classify(sample)[0]
    return code
