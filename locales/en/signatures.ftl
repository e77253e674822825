### Signing, taking back and following a proposal.

## The card on the proposal's page and the page before signing

sign-title = Sign the proposal
sign-button = Sign
sign-meaning = You sign once. You can take your signature back as long as the proposal collects signatures.
sign-privacy = Your signature is not public. If the proposal gets far enough, the committee or company that answers receives the list of names.
sign-anyone = Anyone may sign, whatever your age and wherever you live.
sign-needs-sign-in = You sign in first. Then you sign the proposal with one press.

sign-until = You can sign until the end of { $date }.

sign-own-since = You signed on { $date }.
sign-see-own = See your signature
sign-back-to-proposal = To the proposal

## Why it is not possible

sign-closed-title = You can no longer sign

sign-closed = The time ran out on { $date }.
sign-closed-without-day = The proposal no longer collects signatures.
sign-paused-title = The proposal is paused
sign-paused = It cannot be signed right now. When the pause ends, the time is extended by as many days.
sign-not-open-title = The proposal has not opened yet
sign-not-open = You can sign when it has opened.
sign-not-collecting-title = The proposal does not collect signatures
sign-not-collecting = It comes from the city's open data and is shown so that everyone can follow what happened.
sign-needs-eid-title = You need to sign in with an e-identification
sign-needs-eid = This proposal can only be signed with an e-identification. You are signed in by e-mail.
sign-needs-eid-link = Sign in with e-identification
sign-not-resident-title = The proposal is for those who live in Gothenburg
sign-not-resident = You have not said that you live in Gothenburg. Change your details if that is not right.

## After signing

signed-title = Thank you, you have signed

signed-number = You are number { $number } to sign.
signed-own-title = Your signature
signed-next-reached = The proposal has reached the limit. When the time is up it goes to the committee or company that answers.

signed-next-open = The proposal collects signatures until the end of { $date }.

signed-next-case = If at least { $threshold } have signed by then, it goes to the committee or company that answers.

signed-next-below = With fewer than { $threshold } the proposal is archived. It can still be seen here.
signed-next-mail = You get an e-mail when the time is up, when the committee or company decides and when something is done.
signed-next-closed = The time is up. Your signature is counted, and you get an e-mail when something happens.
signed-share-title = Tell others
signed-share-text = Send the address to someone who may agree:
signed-share-mail = Send as e-mail

signed-share-subject = Sign: { $title }

signed-share-body = Read the proposal and sign it if you agree: { $address }
signed-take-back-title = Changed your mind?
signed-take-back-text = You can take your signature back as long as the proposal collects signatures.
signed-take-back-link = Take back my signature

## Taking back

unsign-title = Take back your signature
unsign-question = Do you want to take back your signature? It will no longer be counted.
unsign-again = You can sign again as long as the proposal collects signatures.
unsign-button = Take back my signature
unsign-keep = Keep my signature
unsigned-title = Your signature is removed
unsigned-text = It is no longer counted. You can sign again if you change your mind.
unsign-none-title = You have not signed
unsign-none = There is no signature to take back.
unsign-closed-title = The signature stands
unsign-closed = The time for signing is over, so it cannot be taken back.

## Following

follow-title = Follow the proposal
follow-meaning = You get e-mails about what happens. Following is not signing, and nobody else sees it.
follow-button = Follow the proposal
unfollow-button = Stop following
followed-title = You follow the proposal
followed-text = You get an e-mail when something happens: when the time is up, when it is taken up at a meeting, when it is decided and when something is done.
unfollowed-title = You do not follow the proposal
follow-also-title = Do you want to know every step?
follow-also-text = Those who follow also get an e-mail when the proposal is taken up at a meeting or moved.
