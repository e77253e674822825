### Words for topics, stages and outcomes: the same on every page.

## Topics

topic-streets-parks = Streets, parks and playgrounds
topic-transport = Traffic and transport
topic-culture-leisure = Culture and leisure
topic-environment-health = Environment and health
topic-housing = Building and housing
topic-school = Schools and education
topic-tourism-business = Tourism and business
topic-safety = Safety and security
topic-care = Health and social care
topic-other = Other

## Stages

stage-waiting-for-review = Waiting for review
stage-returned = Waiting for the proposer's answer
stage-lapsed = The question was not answered
stage-refused = Not published
stage-withdrawn = Withdrawn
stage-collecting = Collecting signatures
stage-paused = Paused
stage-counting = Counting the signatures
stage-too-few = Too few signatures
stage-at-body = With the committee
stage-on-agenda = On the agenda of a meeting
stage-postponed = Postponed to a later meeting
stage-referred-back = Sent back for more work
stage-investigating = Being investigated
stage-carry-out = Will be carried out
stage-not-carry-out = Will not be carried out
stage-not-now = Not now, part of the budget work
stage-planned = Planned
stage-under-way = Under way
stage-done = Carried out
stage-stopped = Stopped
stage-removed = Removed
stage-last-known-collecting = Last known: open
stage-last-known-at-body = Last known: with the committee
stage-last-known-nothing = Outcome not known

## Outcomes in the city's open data

outcome-implemented = Decision: carried out in full
outcome-partly-implemented = Decision: carried out in part
outcome-future-planning = Decision: part of future planning
outcome-not-implemented = Decision: not carried out
outcome-not-compliant = Does not meet the rules
outcome-already-handled = Already taken care of

## Decisions in plain words

decision-carry-out = Yes, the proposal will be carried out.
decision-not-carry-out = No, the proposal will not be carried out.
decision-investigate = The proposal will be investigated further.
decision-not-now = Not just now. The proposal becomes part of the work on the coming budget.

## Filters and order

group-collecting = Collecting signatures
group-at-body = With a committee or company
group-decided = Decided
group-carried-out = Carried out
group-archived = Archived
group-last-known = Outcome not known
sort-best-match = Best match
sort-newest = Newest
sort-most-signed = Most signatures
sort-closing-soon = Closing soon
sort-lately-decided = Latest decisions

## Reasons for removal

removal-against-law = it is against the law
removal-personal-data = it holds personal data that may not be public
removal-offensive = it is insulting or offensive
removal-mistake = it was published by mistake
