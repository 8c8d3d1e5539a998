"""The pages about work that everybody may open."""

from web.jobs import board, listing, lottery, poster, screen, seek, station_calendar, stations

HANDLERS = [
    *board.HANDLERS,
    *seek.HANDLERS,
    *listing.HANDLERS,
    *stations.HANDLERS,
    *screen.HANDLERS,
    *poster.HANDLERS,
    *station_calendar.HANDLERS,
    *lottery.HANDLERS,
]
