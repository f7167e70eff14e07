"""The reference page of the rights: who may do what, in which state, and which address asks for which verb."""

from collections.abc import Iterator

from tongket.server.actions.rights import Verb, Where, rights

_WHERE = {
    Where.OWN: "own org unit",
    Where.BRANCH: "org units below",
    Where.BELOW: "org units below, not its own",
    Where.ANY: "whole year",
    Where.WHOLE: "whole year, where the year is led",
    Where.CHECKER: "the lead's dossier, as named by the cluster's rules",
    Where.SELF: "own things",
}


def page() -> str:
    """Return the page; a test holds the committed one equal to it."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    table = rights()
    yield "# Rights, verbs and routes"
    yield ""
    yield "Who may do what on the server. Written from `actions/rights.yaml`, which the code reads; do not edit."
    yield ""
    yield "## Roles"
    yield ""
    yield "| role | tiếng Việt | русский | English |"
    yield "|---|---|---|---|"
    yield from (f"| `{role.value}` | {name.vi} | {name.ru} | {name.en} |" for role, name in table.roles.items())
    yield ""
    yield "## Verbs"
    yield ""
    yield "*Separate* verbs are refused on a dossier of the person's own org unit, whatever the role; on the lead's own"
    yield "dossier only the checkers named by the cluster's rules may do them."
    yield ""
    yield "| verb | tiếng Việt | who, where | in the states | |"
    yield "|---|---|---|---|---|"
    yield from (_row(verb) for verb in table.verbs.values())
    yield ""
    yield "## Routes"
    yield ""
    yield "`public` asks for nothing, `entered` for a log-in. Every address of the server stands here."
    yield ""
    yield "| verb | routes |"
    yield "|---|---|"
    for verb in dict.fromkeys(table.routes.values()):
        yield f"| `{verb}` | {', '.join(f'`{name}`' for name, asked in table.routes.items() if asked == verb)} |"


def _row(verb: Verb) -> str:
    who = "; ".join(f"{', '.join(sorted(one.roles))}: {_WHERE[one.where]}" for one in verb.rights)
    marks = ", ".join(word for word, holds in (("separate", verb.separate), ("Party", verb.party)) if holds)
    return f"| `{verb.name}` | {verb.label.vi} | {who} | {', '.join(sorted(verb.states))} | {marks} |"
