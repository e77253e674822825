### Finding and reading proposals.

## The list

list-title = Proposals
list-title-of = Proposals about “{ $words }”
list-search-label = Search the proposals
list-search-button = Search
list-filters = Filter and sort
list-filters-button = Show
list-filter-stage = Stage
list-filter-topic = Topic
list-filter-body = Committee or company
list-filter-area = City area
list-filter-year = Year the proposal was sent in
list-sort = Order
list-any = All
list-sort-usual = Newest, or best match when you search
list-count = { $count ->
    [one] { $shown } proposal
   *[other] { $shown } proposals
}
list-count-of = { $count ->
    [one] { $shown } proposal about “{ $words }”
   *[other] { $shown } proposals about “{ $words }”
}
list-asked-label = What you have filtered by
list-remove-filter = Remove: { $filter }
list-nothing-title = No proposal matches
list-nothing-text = Try another word or a shorter one.
list-nothing-filtered = Remove something you have filtered by:
list-nothing-propose = Is what you have in mind missing? Then you can propose it yourself.
list-did-you-mean = Did you mean
list-show-all = Show all proposals

## A proposal

proposal-demo-title = This is an example
proposal-demo-text = The proposal was made up for the demo. Nobody has sent it to the City of Gothenburg.
proposal-not-public-title = This is not published
proposal-not-public-text = Only you who sent the proposal and those who review it can see this page.
proposal-by = by
proposal-published-on = published { $date }
proposal-act-title = Signatures
proposal-open-until = Sign until the end of { $date }: { $left }.
proposal-paused = Signing is paused. The days are added at the end.
proposal-ended = The time for signatures ended on { $date }.
proposal-ended-unknown = It can no longer be signed.
proposal-last-known = Last known { $date }. It cannot be signed here.
proposal-reached-unknown = The proposal reached 200 signatures. How many there were is not in the city's minutes.
proposal-count-unknown = The number of signatures is not known.
proposal-imported-meaning = The proposal was made on the city's earlier platform.
proposal-text-title = The proposal
proposal-no-text = The text is not part of the city's open data.
proposal-about-title = About the proposal
proposal-topic = Topic
proposal-place = Place
proposal-bodies = Recipients
proposal-body-today = today
proposal-coordinating = coordinates and answers
proposal-source = Source
proposal-source-open-data = Open data of the City of Gothenburg, { $date }
proposal-source-minutes = Minutes of the city executive board
proposal-timeline-title = What has happened and what comes next?
proposal-past-title = What has happened?
proposal-like-title = Similar proposals
proposal-share-title = Share the proposal
proposal-share-text = The address works in every language and never changes:
proposal-share-mail = Send by e-mail

## The answer

answer-title = The answer
answer-unknown = Decision
answer-diarienummer = Registration number { $number }
answer-corrected = Corrected on { $date }.
answer-documents = Documents
answer-truncated = The text is cut short in the city's open data.
answer-result-as-written = The outcome as written in the city's data:
follow-up-title = What became of the decision
follow-up-earlier = Earlier

## What has happened

event-submitted = The proposal was sent in
event-returned = The reviewer asked for a clarification
event-answered = The proposer answered
event-lapsed = The question was not answered in time
event-refused = The proposal is not published
event-withdrawn = The proposer withdrew the proposal
event-review-undone = The review was undone
event-published = The proposal was published
event-paused = Signing was paused
event-resumed = Signing was opened again
event-reached = { $threshold } signatures were reached
event-fell-below = Signatures were taken back and the number is below the limit
event-closed-reached = The time ended with enough signatures
event-closed-below = The time ended with too few signatures
event-ended = The time for signatures ended
event-last-known = Last known: collecting signatures
event-last-known-text = The time for signatures ended on { $date }. What happened then is not part of the city's open data.
event-case-received = { $body } received the proposal
event-case-rerouted = { $body } took over the responsibility
event-case-registered = { $body } registered the case
event-on-agenda = The proposal is to be taken up at a meeting
event-postponed = The decision was postponed to a later meeting
event-referred-back = The proposal was sent back for more work
event-decided = Decision
event-imported-decision = { $body } decided
event-in-minutes = In the minutes:
event-new-day = Meeting on { $date }
event-decision-corrected = The text of the decision was corrected
proposal-signatures = { $count ->
    [one] { $shown } signature
   *[other] { $shown } signatures
}
event-open-until = Open for signatures until the end of { $date }
event-answer-by = Answer by { $date }
event-case-closed = The case was closed
event-removed = The proposal was removed

## What comes

next-review-title = The proposal is being reviewed
next-review-when = within two weeks
next-reviewers = The committee for democracy and citizens' services
next-until = until the end of { $date }
next-counted = The signatures are counted
next-at-the-latest = by { $date }
next-taken-up = With at least { $threshold } signatures the responsible committee or company takes up the proposal
next-register = The proposal is registered
next-soon = soon
next-agenda = The proposal is taken up at a meeting
next-decide = Decision at a meeting
next-follow-up = New follow-up
next-body-unknown = the committee or company that the matter belongs to
