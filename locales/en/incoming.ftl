incoming-title = On the way
incoming-lead = Proposals that are collecting signatures, and that you must answer if they get enough. Read them as they come. If the matter is not yours, say so at once.
incoming-lead-all = Proposals that are collecting signatures. Those that their recipient wants to hand over come first.
incoming-empty = No proposal to you is collecting signatures right now.
incoming-caption = { $count ->
    [one] { $shown } proposal on the way
   *[other] { $shown } proposals on the way
}
incoming-link = { $count ->
    [0] No proposal is on the way
    [one] { $shown } proposal is on the way
   *[other] { $shown } proposals are on the way
}
incoming-objections = { $count ->
    [one] One proposal must be moved to another recipient
   *[other] { $shown } proposals must be moved to another recipient
}
incoming-column-until = Collects until
incoming-byline = Proposal { $number }, on the way to { $body }
incoming-next-look = Read the proposal and decide whether the matter is yours.
incoming-next-wait = The proposal is collecting signatures.
incoming-next = If it gets { $threshold } signatures no later than { $day }, it becomes a case at { $body }. Otherwise it is archived.
incoming-coordinates = answers
incoming-told-done = This is how the proposal stands now.
incoming-told-stale = Someone came before you. This is how the proposal stands now.
incoming-not-ours-means = The coordinator at demokrati och medborgarservice decides who is to answer. The proposal goes on collecting signatures.
incoming-route-means = The one you choose gets the case if the proposal reaches the threshold. The former recipient is informed. The proposer gets an e-mail about the change.
incoming-back = Back to the proposal
