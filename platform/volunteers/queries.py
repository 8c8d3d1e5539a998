from volunteers.tables import Volunteer


async def is_volunteer(person_id: int) -> bool:
    return await Volunteer.exists().where(Volunteer.person == person_id)
