### Logga in, logga ut och uppgifterna som en ny person lämnar.

signin-title = Logga in
signin-lead = Välj hur du vill logga in. Sedan kommer du tillbaka dit du var.
signin-lead-sign = Logga in så kan du skriva under. Du kommer direkt tillbaka till förslaget.
signin-lead-follow = Logga in så kan du följa förslaget. Du kommer direkt tillbaka dit.
signin-lead-send = Logga in så kan du skicka ditt förslag. Det du har skrivit är sparat.

signin-mail-title = Med e-post
signin-mail-text = Fungerar för alla och tar en minut. Vi skickar en kod till dig.
signin-mail-label = Din e-postadress
signin-mail-button = Skicka en kod
signin-mail-missing = Skriv din e-postadress
signin-mail-wrong = E-postadressen ska se ut så här: namn@exempel.se
signin-mail-too-many = Vi har redan skickat flera koder till den här adressen. Använd den senaste koden eller försök igen om en timme.
signin-client-too-many = Det har kommit många inloggningar från din uppkoppling. Försök igen om en stund.

signin-eid-title = Med e-legitimation
signin-eid-text = Räknas som verifierad. Vi sparar aldrig ditt personnummer.
# $provider (String) - leverantörens namn
signin-eid-button = Logga in med { $provider }
signin-eid-none = Inloggning med e-legitimation är inte påslagen här.

signin-code-title = Skriv in koden
# $address (String) - adressen som koden skickades till
signin-code-sent = Vi har skickat ett mejl till { $address }. Koden i mejlet gäller i 15 minuter.
signin-code-label = Koden
signin-code-hint = Åtta siffror. Mellanslag gör inget.
signin-code-button = Logga in
signin-code-missing = Skriv koden som står i mejlet
# $left (Number) - försök som är kvar
# $shown (String) - samma antal så som det ska stå
signin-code-wrong = { $left ->
    [one] Koden stämmer inte. Du har ett försök kvar.
   *[other] Koden stämmer inte. Du har { $shown } försök kvar.
}
signin-code-help-title = Har du inte fått något mejl?
signin-code-help = Vänta en minut och titta i skräpposten. Kontrollera att adressen är rätt.
signin-code-again = Ändra adressen eller skicka en ny kod
signin-code-where = Skriv koden här, i samma webbläsare som du började i. Läser du mejlet på en annan enhet kan du använda länken i mejlet där.

signin-link-title = Logga in
# $address (String) - adressen som länken skickades till
signin-link-text = Du har öppnat länken som vi skickade till { $address }. Tryck på knappen så loggas du in i den här webbläsaren.
signin-link-button = Logga in
signin-link-not-you = Har du inte bett om att logga in? Stäng den här sidan. Då händer inget.

signin-ended-title = Koden går inte att använda
signin-ended-text = Koden eller länken är redan använd, för gammal eller beställd i en annan webbläsare.
signin-spent-title = För många försök
signin-spent-text = Du har skrivit fel kod fem gånger. Koden gäller inte längre.
signin-ended-button = Skicka en ny kod

signin-out-title = Logga ut
signin-out-text = Tryck på knappen så loggas du ut i den här webbläsaren.

about-you-title = Välkommen! Berätta vem du är
about-you-lead = Du behöver bara göra det här en gång. Du kan ändra uppgifterna på Mina sidor.
about-you-first = Förnamn
about-you-last = Efternamn
about-you-ort = Ort där du bor
about-you-area = Var i Göteborg bor du?
about-you-area-hint = Vi frågar för att se om förslagen når hela staden. Svaret visas bara i statistik, aldrig tillsammans med ditt namn.
about-you-area-outside = Jag bor inte i Göteborg
about-you-area-silent = Jag vill inte svara
about-you-why-title = Varför frågar vi?
about-you-why = Stadens riktlinje säger att den som skriver under ska lämna namn och ort. Andra besökare ser inte vem som har skrivit under. Får förslaget tillräckligt många underskrifter får nämnden listan med namn.
about-you-button = Spara och fortsätt
about-you-first-missing = Skriv ditt förnamn
about-you-last-missing = Skriv ditt efternamn
about-you-ort-missing = Skriv orten där du bor
# $max (String) - högsta antal tecken
about-you-too-long = Högst { $max } tecken får plats
about-you-bad-character = Texten innehåller ett tecken som inte går att använda
about-you-area-unknown = Välj ett område i listan

eid-user-message = Logga in på Göteborgsförslaget
# $provider (String)
eid-go-text = Du legitimerar dig hos { $provider } och kommer sedan tillbaka hit.
# $provider (String)
eid-go-button = Fortsätt till { $provider }
eid-go-back = Logga in på ett annat sätt
eid-cancelled-title = Du avbröt inloggningen
eid-cancelled-text = Du är inte inloggad. Försök igen eller logga in med e-post.
eid-weak-title = Din e-legitimation räcker inte
eid-weak-text = Vi behöver en e-legitimation på tillitsnivå 3 eller högre. Använd en annan e-legitimation eller logga in med e-post.
eid-away-title = E-legitimationen svarar inte
eid-away-text = Felet ligger hos leverantören eller på vägen dit. Försök igen om en stund eller logga in med e-post.
eid-refused-title = Inloggningen kunde inte slutföras
eid-refused-text = Svaret från e-legitimationen kunde inte godkännas. Det kan ha varit för gammalt, redan använt eller hört till en annan webbläsare. Börja om från början eller logga in med e-post.
eid-number-title = Numret går inte att använda
eid-number-text = E-legitimationen lämnade inget personnummer eller samordningsnummer som gäller här. Logga in med e-post i stället.
eid-again = Till inloggningen
