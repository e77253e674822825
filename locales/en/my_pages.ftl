### My pages: what I have done, and what I have told about myself.

my-title = My pages
my-hello = Hello { $name }!
my-proposals-title = My proposals
my-proposals-none = You have not made a proposal yet.
my-proposals-new = Make a proposal
my-signatures-title = What I have signed
my-signatures-none = You have not signed a proposal yet.
my-signatures-find = See proposals that collect signatures
my-signed-on = Signed { $date }
my-signatures-secret = Only you see this list. We work it out when you open the page and do not store it.
my-follows-title = What I follow
my-follows-none = You do not follow a proposal yet.
my-details-title = My details
my-details-name = Name
my-details-ort = Place
my-details-area = Where in Gothenburg
my-details-email = E-mail
my-details-ways = How I sign in
my-details-untold = Not told
my-details-no-email = No e-mail address. You get no e-mail.
my-details-change = Change
my-way-mail = e-mail
my-way-eid = e-identification
my-level-email = You are signed in with e-mail.
my-level-eid = You are signed in with e-identification. Your signatures count as verified.
my-edit-title = Change my details
my-edit-lead = New signatures get the new details. Those you have given do not change.
my-edit-button = Save
my-email-add = Add
my-email-title = Add an e-mail address
my-email-lead = We send news of what you have signed to the address. You can also sign in with it.
my-email-confirm = Add the address
my-email-link = Press the button and we add { $address } to your account. You must be signed in in this browser.
my-email-elsewhere-title = The address belongs to another account
my-email-elsewhere-text = Someone already signs in with this e-mail address. Is it you? Then sign in with e-mail, or choose another address.
my-language-title = Language in e-mail to me
my-language-button = Save the language
my-language-saved = The language is saved.
my-out-title = Sign out
my-out-text = Have you signed in on a computer or phone that others use?
my-out-everywhere = Sign out on all devices

staff-title = Staff
staff-lead = Here is what your roles let you do. Everything you do is written in the log.
staff-reviews-title = Review proposals
staff-reviews-link = To the review queue
staff-cases-title = Cases
staff-cases-text = Proposals that { $bodies } is to answer.
staff-cases-all = The cases of all committees and companies. You decide who coordinates.
staff-cases-left = { $count ->
    [0] No case is left to do.
    [one] One case is left to do.
   *[other] { $shown } cases are left to do.
}
staff-cases-late = { $count ->
    [one] One of them is late. Take it first.
   *[other] { $shown } of them are late. Take them first.
}
staff-cases-link = To the cases
staff-figures-title = Statistics
staff-figures-text = Figures about proposals, signatures and decisions.
staff-figures-link = To the statistics
staff-admin-title = Administration
staff-admin-text = Rules and rights are changed with the command torget admin on the server. Every change is written in the log.
staff-role-moderator = moderator
staff-role-coordinator = coordinator
staff-role-handlaggare = case officer
staff-role-analyst = analyst
staff-role-administrator = administrator
staff-roles = Your roles: { $roles }.
