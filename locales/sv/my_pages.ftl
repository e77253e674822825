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
my-eid-add = Lägg till e-legitimation
my-eid-title = Lägg till e-legitimation
my-eid-lead = Då räknas det du skriver under från och med nu som verifierat, och du kan logga in på två sätt. Vi sparar aldrig ditt personnummer.
my-eid-joins = Hör e-legitimationen redan till ett annat konto frågar vi om de två ska bli ett.
# $provider (String) - leverantörens namn
my-eid-button = Lägg till med { $provider }
join-title = Du har två konton. Ska de bli ett?
join-lead-eid = E-legitimationen hör redan till ett annat konto, som också är ditt. Var och en får skriva under ett förslag en gång. Därför kan du slå ihop kontona.
join-lead-mail = E-postadressen hör redan till ett annat konto, som också är ditt. Var och en får skriva under ett förslag en gång. Därför kan du slå ihop kontona.
join-moved-title = Det här flyttar vi hit från det andra kontot
# $count (Number) - hur många
# $shown (String) - samma antal så som det ska stå
join-signed = { $count ->
    [one] En underskrift
   *[other] { $shown } underskrifter
}
# $count (Number) - hur många
# $shown (String) - samma antal så som det ska stå
join-followed = { $count ->
    [one] Ett förslag som du följer
   *[other] { $shown } förslag som du följer
}
# $count (Number) - hur många
# $shown (String) - samma antal så som det ska stå
join-written = { $count ->
    [one] Ett förslag som du har lämnat
   *[other] { $shown } förslag som du har lämnat
}
# $count (Number) - hur många
# $shown (String) - samma antal så som det ska stå
join-drafts = { $count ->
    [one] Ett utkast
   *[other] { $shown } utkast
}
join-way = Sättet att logga in
join-means-title = Tänk på det här
# $count (Number) - hur många
# $shown (String) - samma antal så som det ska stå
join-both = { $count ->
    [one] Ett förslag har du skrivit under med båda kontona. Samlas det fortfarande underskrifter räknas du en gång: den första underskriften gäller och den andra tas bort.
   *[other] { $shown } förslag har du skrivit under med båda kontona. Där det fortfarande samlas underskrifter räknas du en gång: den första underskriften gäller och den andra tas bort.
}
join-closed = Har insamlingen tagit slut ändras inte antalet underskrifter.
join-name = Namn och ort blir de som du har på kontot där du är inloggad nu.
join-out = Du loggas ut från det andra kontot på alla enheter.
join-no-way-back = Det går inte att ångra.
join-button = Slå ihop kontona
join-cancel = Avbryt och gå till Mina sidor
join-done = Dina två konton är nu ett.
join-ended-title = Frågan går inte att svara på längre
join-ended-text = Den är besvarad, äldre än 15 minuter eller ställd i en annan webbläsare. Inget mer har ändrats nu. Titta på Mina sidor vad som gäller.
join-ended-button = Till Mina sidor
add-weak-title = Det räcker inte med e-post
add-weak-text = Kontot har en e-legitimation eller roller som personal. Därför kan det inte ändras eller slås ihop bara med hjälp av e-post. Logga in med e-legitimationen och försök igen, eller lägg till den e-legitimationen på Mina sidor.
add-other-title = E-legitimationen har ett annat nummer
add-other-text = Det finns redan en e-legitimation med ett annat personnummer. Ett konto är för en person. Logga ut först om du vill använda den andra e-legitimationen.
my-language-title = Språk i mejl till mig
my-language-button = Spara språket
my-language-saved = Språket är sparat.
my-mails = Välj vilka mejl jag får
my-mails-title = Mejl till mig
my-mails-label = Skicka mejl om förslag som jag har skrivit under eller följer
my-mails-hint = Om dina egna förslag får du alltid besked. Tas ett förslag bort får du också alltid veta det.
my-mails-signatures = När ett förslag har fått tillräckligt många underskrifter eller tiden är slut
my-mails-meetings = När ärendet ska tas upp på ett möte eller skjuts upp
my-mails-decisions = När nämnden eller bolaget har beslutat
my-mails-follow-ups = När staden berättar hur det går
my-mails-button = Spara
my-mails-saved = Dina val är sparade.
my-out-title = Logga ut
my-out-text = Har du loggat in på en dator eller telefon som andra använder?
my-out-everywhere = Logga ut på alla enheter

my-back = Till Mina sidor
my-sessions = Se var jag är inloggad
my-account-title = Mitt konto
my-data = Läs eller hämta allt som finns om mig
my-erase = Radera mitt konto

sessions-title = Här är jag inloggad
sessions-lead = Känner du inte igen en inloggning? Avsluta den.
sessions-by-mail = Inloggning med e-post
sessions-by-eid = Inloggning med e-legitimation
sessions-here = Den här enheten
sessions-begun = Började
sessions-last-seen = Användes senast
sessions-until = Slutar senast
sessions-end = Avsluta
# $begun (String) - när inloggningen började
sessions-end-which = inloggningen som började { $begun }
sessions-end-others = Avsluta alla andra inloggningar
sessions-only-here = Du är bara inloggad här.
sessions-ended = Inloggningen är avslutad.

data-title = Allt som finns om mig
data-lead = Det här har vi sparat om dig. Bara du kan öppna sidan. Personnummer och det du loggar in med sparar vi inte i läsbar form.
data-download = Hämta som fil (JSON)
data-none = Inget.
data-drafts = Mina utkast
data-roles = Roller som personal
data-signed-at = Underskrivet
data-signed-by = Inloggad med
data-number = Nummer
data-stage = Läge
data-submitted = Inskickat
data-published-name = Namn som visas
data-place = Plats

erase-title = Radera mitt konto
erase-lead = Kontot försvinner direkt och det går inte att ångra.
erase-gone-title = Det här tar vi bort
erase-gone-profile = Ditt namn, din ort, din e-postadress och sätten du loggar in på
erase-gone-open = Dina underskrifter på förslag som fortfarande samlar underskrifter
erase-gone-rest = Det du följer, dina utkast och alla inloggningar. Ditt namn visas inte längre vid dina förslag.
erase-kept-title = Det här finns kvar
erase-kept-proposals = Förslag som du har skickat in. De är allmänna handlingar och staden får bara förstöra dem efter ett särskilt beslut (arkivlagen). Det du berättade om dig själv i förslaget finns kvar hos staden, förseglat, men visas inte.
erase-kept-closed = Underskrifter på förslag där insamlingen är slut. De räknas fortfarande, men går inte att koppla till dig.
erase-kept-log = En rad i loggen om att ett konto raderades, utan ditt namn.
erase-take-first = Läs eller hämta allt som finns om mig först
erase-staff = Du har roller som personal. Be administratören avsluta dem först.
erase-understand = Jag förstår att det inte går att ångra
erase-not-ticked = Kryssa i rutan om du vill radera kontot
erase-button = Radera mitt konto
erased-title = Kontot är raderat
erased-text = Du är utloggad. Tack för att du var med.
erased-start = Till startsidan

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
