### Mina sidor: det jag har gjort och det jag har berättat om mig själv.

my-title = Mina sidor
# $name (String) - personens namn
my-hello = Hej { $name }!
my-proposals-title = Mina förslag
my-proposals-none = Du har inte lämnat något förslag än.
my-proposals-new = Lämna ett förslag
my-signatures-title = Det här har jag skrivit under
my-signatures-none = Du har inte skrivit under något förslag än.
my-signatures-find = Se förslag som samlar underskrifter
# $date (String) - dagen då personen skrev under
my-signed-on = Underskrivet { $date }
my-signatures-secret = Listan ser bara du. Vi räknar fram den när du öppnar sidan och sparar den inte.
my-follows-title = Det här följer jag
my-follows-none = Du följer inget förslag än.
my-details-title = Mina uppgifter
my-details-name = Namn
my-details-ort = Ort
my-details-area = Var i Göteborg
my-details-email = E-post
my-details-ways = Så loggar jag in
my-details-untold = Inte ifyllt
my-details-no-email = Ingen e-postadress. Du får inga mejl.
my-details-change = Ändra
my-way-mail = e-post
my-way-eid = e-legitimation
my-level-email = Du är inloggad med e-post.
my-level-eid = Du är inloggad med e-legitimation. Dina underskrifter räknas som verifierade.
my-edit-title = Ändra mina uppgifter
my-edit-lead = Nya underskrifter får de nya uppgifterna. De du redan har gett ändras inte.
my-edit-button = Spara
my-email-add = Lägg till
my-email-title = Lägg till en e-postadress
my-email-lead = Vi skickar besked om det du har skrivit under till adressen. Du kan också logga in med den.
my-email-confirm = Lägg till adressen
# $address (String) - adressen som länken skickades till
my-email-link = Tryck på knappen så lägger vi till { $address } på ditt konto. Du måste vara inloggad i den här webbläsaren.
my-email-elsewhere-title = Adressen hör till ett annat konto
my-email-elsewhere-text = Någon loggar redan in med den här e-postadressen. Är det du? Logga då in med e-post, eller välj en annan adress.
my-language-title = Språk i mejl till mig
my-language-button = Spara språket
my-language-saved = Språket är sparat.
my-out-title = Logga ut
my-out-text = Har du loggat in på en dator eller telefon som andra använder?
my-out-everywhere = Logga ut på alla enheter

staff-title = Personal
staff-lead = Här är det som dina roller ger dig rätt till. Allt du gör antecknas i loggen.
staff-reviews-title = Granska förslag
staff-reviews-link = Till granskningskön
staff-cases-title = Ärenden
# $bodies (String) - nämnder och bolag
staff-cases-text = Förslag som { $bodies } ska svara på.
staff-cases-all = Alla nämnders och bolags ärenden. Du bestämmer vem som samordnar.
# $count (Number) - hur många
# $shown (String) - samma antal så som det ska stå
staff-cases-left = { $count ->
    [0] Inget ärende är kvar att göra.
    [one] Ett ärende är kvar att göra.
   *[other] { $shown } ärenden är kvar att göra.
}
# $count (Number) - hur många
# $shown (String) - samma antal så som det ska stå
staff-cases-late = { $count ->
    [one] Ett av dem är försenat. Ta det först.
   *[other] { $shown } av dem är försenade. Ta dem först.
}
staff-cases-link = Till ärendena
staff-figures-title = Statistik
staff-figures-text = Siffror om förslag, underskrifter och beslut.
staff-figures-link = Till statistiken
staff-admin-title = Administration
staff-admin-text = Regler och behörigheter ändras med kommandot torget admin på servern. Varje ändring antecknas i loggen.
staff-role-moderator = moderator
staff-role-coordinator = samordnare
staff-role-handlaggare = handläggare
staff-role-analyst = analytiker
staff-role-administrator = administratör
# $roles (String) - rollerna
staff-roles = Dina roller: { $roles }.
