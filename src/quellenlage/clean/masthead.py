from quellenlage.model import Article


def read_masthead(article: Article) -> Article:
    return article
