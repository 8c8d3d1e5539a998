"""The fields of a new employer: on the page of employers, and in a box of the posting desk."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from base.errors import Refused
from base.ledger import By
from base.work import transaction
from jobs.employers import EmployerTerms, register_employer
from jobs.fields import BadTerms
from jobs.tables import Employer
from web.jobs.desk_words import told_to_desk

PREFIX = "new-"
FIELDS = ("kind", "name", "licence", "contact", "phone")


@dataclass
class NewEmployer:
    """What was written of it, and what is wrong with that, by the name of the field."""

    form: Mapping[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def is_begun(self) -> bool:
        return any(value for name, value in self.form.items() if name != PREFIX + "kind")


def employer_in(form: Mapping[str, str]) -> NewEmployer:
    return NewEmployer({PREFIX + name: form.get(PREFIX + name, "") for name in FIELDS})


async def register(form: Mapping[str, str], station_id: int, by: By, language: str) -> Employer | NewEmployer:
    written = employer_in(form)
    terms = EmployerTerms(**{name: written.form[PREFIX + name] for name in FIELDS})
    try:
        async with transaction():
            return await register_employer(station_id, terms, by)
    except BadTerms as bad:
        written.errors = {PREFIX + name: words.in_(language) for name, words in bad.errors.items()}
    except Refused as refused:
        written.errors = {PREFIX + "name": told_to_desk(language, refused)}
    return written
