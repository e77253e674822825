# E-mails: the subject says the news, the first line repeats it, one action, why one gets it and the way out
mail-proposal = “{ $title }” (proposal { $number })
mail-why-author = You get this e-mail because you made the proposal.
mail-why-signer = You get this e-mail because you signed the proposal.
mail-why-follower = You get this e-mail because you follow the proposal.
mail-why-oneself = You get this e-mail because someone, most likely you, entered your e-mail address on Torget.
mail-way-out = Get no more e-mails about this proposal
mail-action-proposal = Read it on the proposal’s page
mail-action-my-pages = See the proposal on My pages

mail-code-subject = { $code } is your code for Torget
mail-code-first = Enter this code to sign in to Torget:
mail-code-minutes = The code is valid for 15 minutes. You can use it only once.
mail-code-action = Or open this page and press the button
mail-code-not-you = Was it not you? Then you do not need to do anything. Nobody can sign in without the code.

mail-received-subject = We have received your proposal
mail-received-first = We have received your proposal { $proposal }.
mail-received-next = A moderator reads it by { $day }. If it follows the rules we publish it, and then everyone can sign. You do not need to do anything now. We will e-mail you when we have decided.

mail-returned-subject = We have a question about your proposal
mail-returned-first = We cannot publish { $proposal } yet. You need to change or clarify something.
mail-returned-by = Answer by { $day }. Then we review the proposal again. If we get no answer in time, we do not publish it.
mail-returned-action = Answer and change the proposal

mail-refused-subject = Your proposal is not published
mail-refused-first = Your proposal { $proposal } is not published. This is why.
mail-refused-next = You can write a new proposal that follows the rules. Do you think we are wrong? Answer this e-mail, and another moderator will read your proposal.
mail-reopened-subject = We are reviewing your proposal again
mail-reopened-first = We have changed our minds about { $proposal }. What we wrote in our last e-mail no longer holds.
mail-reopened-next = We are now reviewing the proposal again. You do not need to do anything. We will e-mail you when we have decided.
mail-reopened-next-by = We are now reviewing the proposal again, by { $day }. You do not need to do anything. We will e-mail you when we have decided.

mail-lapsed-subject = Your proposal is not published
mail-lapsed-first = We asked a question about { $proposal } but got no answer in time. Therefore the proposal is not published.
mail-lapsed-next = The text is still on My pages. You can use it in a new proposal.

mail-published-subject = Your proposal is published
mail-published-first = Now everyone can read and sign { $proposal }.
mail-published-next = If the proposal gets at least { $threshold } signatures up to and including { $day }, a committee or a city company will answer. Share the link with those who may want to sign. We will e-mail you when the time is up.
mail-published-action = Open and share the proposal

mail-reached-subject = The proposal has { $threshold } signatures
mail-reached-first = { $proposal } has { $threshold } signatures.
mail-reached-next = If there are enough signatures when the time is up, a committee or a city company will answer. The proposal can be signed up to and including { $day }. You will get an e-mail when the time is up.

mail-closed-below-subject = The proposal got too few signatures
mail-closed-below-first = { $proposal } got { $count } signatures. It needed { $threshold }.
mail-closed-below-next = The proposal is now archived, and no committee has to answer. You can still read it. Anyone may make a new proposal.

mail-closed-reached-subject = { $body } will answer the proposal
mail-closed-reached-first = { $proposal } got { $count } signatures. The time for signing is over.
mail-closed-reached-next = { $body } takes up the proposal at the first possible meeting. You will get an e-mail when they have decided.
mail-rerouted-subject = { $body } will answer the proposal
mail-rerouted-first = { $proposal } has a new recipient. { $body } is now the one that must answer.
mail-rerouted-next = { $body } takes up the proposal at the first possible meeting. You will get an e-mail when they have decided.
mail-rerouted-open-next = The proposal collects signatures as before. If it gets { $threshold } signatures in time, { $body } takes it up at a meeting, and you get an e-mail when they have decided.

mail-agenda-subject = { $body } takes up the proposal on { $day }
mail-agenda-first = { $body } takes up { $proposal } at the meeting on { $day }.
mail-agenda-next = You will get an e-mail when they have decided, or if the proposal is postponed.

mail-postponed-subject = { $body } postpones its answer
mail-postponed-first = { $body } has postponed { $proposal }. The next meeting is on { $day }.
mail-postponed-next = You do not need to do anything. You will get an e-mail when they have decided, or if the proposal is postponed again.
mail-referred-back-subject = { $body } wants to know more before it answers
mail-referred-back-first = { $body } wants better material on { $proposal } before it decides (referral back). The proposal is taken up again on { $day }.

mail-decided-yes = { $body } says yes
mail-decided-no = { $body } says no
mail-decided-not-now = { $body } says not now
mail-decided-investigate = { $body } will investigate the proposal further
mail-decided-first = { $says }. This is about { $proposal }. The decision was made on { $day }.
mail-decided-yes-next = The proposal is to be carried out. You will get an e-mail when something happens.
mail-decided-no-next = The proposal will not be carried out. That was the last step.
mail-decided-not-now-next = The proposal will not be carried out just now. It will be weighed when the budget is planned. You will get an e-mail if something happens.
mail-decided-investigate-next = The proposal is now being investigated. Then a final decision is made, and you will get another e-mail.
mail-decided-corrected = Correction: { $subject }
mail-decided-corrected-why = We have corrected what we told you earlier about the decision. This is what holds.
mail-decided-action = Read the whole decision

mail-follow-up-done = The proposal has been carried out
mail-follow-up-under-way = Work on the proposal has begun
mail-follow-up-planned = The proposal has been scheduled
mail-follow-up-stopped = The proposal will not be carried out
mail-follow-up-first = { $state }. This is about { $proposal }. { $body } has told us so, with the date { $day }.
mail-follow-up-next = You will get an e-mail when something more happens.

mail-removed-subject = The proposal has been removed
mail-removed-first = { $proposal } has been removed from Torget.
mail-removed-next = It can no longer be read or signed. This is why.

way-out-title = Get no more e-mails about the proposal
way-out-text = Press the button and we will send you no more e-mails about this proposal. If you have signed, your signature stays.
way-out-button = Send no more e-mails
way-out-done-title = You will get no more e-mails about the proposal
way-out-done-text = If you have signed, your signature stays. You can still read everything that happens on the proposal’s page.
way-out-to-proposals = To all proposals
