"""How a wish stands, in words: who is being asked counts as much as the state."""

from base.words import Words
from wishes.states import STATE_WORDS, Level, WishState
from wishes.tables import Wish

AT_OFFICE = {
    Level.STEWARD: Words("等管家处理", "with the steward"),
    Level.COORDINATOR: Words("等协调员处理", "with the coordinator"),
}


def state_words(wish: Wish) -> Words:
    state = WishState(wish.state)
    return AT_OFFICE.get(Level(wish.level), STATE_WORDS[state]) if state is WishState.OPEN else STATE_WORDS[state]
