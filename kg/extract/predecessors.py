"""Who has left a post: the predecessor in an appointment that happened held it before."""

from collections.abc import Iterable, Iterator

from kg.model import Confidence, Event, Fact, Factuality, Support, Tenure


def posts_left(events: Iterable[Event], told: Iterable[Fact]) -> Iterator[Tenure]:
    """The former holders whom appointments name, in the posts that those appointed took over.

    `told` are the facts read so far; a tenure among them is not told twice.
    """
    known = {(one.holder.iri, one.post.iri) for one in told if isinstance(one, Tenure)}
    for event in events:
        if event.category != "Appointment" or event.factuality is not Factuality.HAPPENED:
            continue
        posts = [post for one in event.participants if one.role == "appointee" for post in one.capacities]
        for one in event.participants:
            if one.role != "predecessor" or one.actor.kind != "person":
                continue
            for post in one.capacities or posts:
                if (one.actor.iri, post.iri) not in known:
                    known.add((one.actor.iri, post.iri))
                    support = Support(event.support.evidence, "predecessor", Confidence.MEDIUM)
                    yield Tenure(one.actor, post, support, "former")
