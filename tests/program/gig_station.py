"""A gig station that only the story of its morning knows: who stands at its counter, what it posted yesterday, who looks for work there."""

from dataclasses import dataclass
from datetime import date, timedelta

from base.clock import city_now
from jobs.needs import Seek, seek
from jobs.tables import Station, Worker
from people.tables import Person
from tests.cast import do, person
from tests.jobs import scene

# Further from the stations of the demo than anybody there would go for work.
DONGQUAN = "421223202212"
FIRM = "港口竹木建材有限公司"
CLERK = "+8616099810000"
WU, HAN, GUO = WORKERS = ("+8616099810001", "+8616099810002", "+8616099810003")


@dataclass(frozen=True)
class GigStation:
    station: Station
    today: date

    @classmethod
    async def open(cls) -> "GigStation":
        """Two listings yesterday: what is changed today is the pay of one and the head count of the other."""
        station = await scene.station("港口零工驿站", DONGQUAN)
        clerk, firm, today = await scene.staff(station, CLERK, "小方"), await scene.employer(station, FIRM), city_now().date()
        yesterday = today - timedelta(days=1)
        await scene.listing(station, clerk, firm, day=yesterday, state="over", place="竹器厂工地")
        await scene.listing(
            station, clerk, firm, day=yesterday, state="over", place="竹器厂工地", title="小工", occupation="labourer", pay_fen=20_000, heads=3
        )  # fmt: skip
        await _seeks(WU, "吴建国", "bricklayer")
        # Both know the work of a labourer, so that it is kept for them; of the bricklayer's better pay they read all the same.
        await _seeks(HAN, "韩秀英", "labourer", "bricklayer", knows="labourer")
        await _seeks(GUO, "郭志强", "labourer", "bricklayer", knows="labourer")
        return cls(station, today)

    @property
    def path(self) -> str:
        return f"/stations/{self.station.id}"


async def _seeks(phone: str, name: str, *occupations: str, knows: str = "") -> Person:
    found = await person(phone, name, DONGQUAN)
    if knows:
        await Worker(person=found.id, skills=[knows]).save()
    await do(seek, found, Seek(occupations=occupations, radius_km=5, text="找活"), scene.web(found))
    return found
