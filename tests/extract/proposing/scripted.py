"""A provider that replays answers instead of asking a model."""

import json
from collections.abc import Callable


class Scripted:
    """Answers from a list, or by a function of the page's text."""

    method = "model:scripted@0"

    def __init__(self, answers: Callable[[str], str] | list[str]) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def ask(self, text: str) -> str:
        self.asked.append(text)
        return self.answers(text) if callable(self.answers) else self.answers[len(self.asked) - 1]


def answer(*proposals: dict) -> str:
    return json.dumps({"claims": list(proposals)}, ensure_ascii=False)


def proposal(quote: str, subject: str, object_: str, predicate: str = "supplied", **more) -> dict:
    return {"quote": quote, "subject": subject, "predicate": predicate, "object": object_, **more}
