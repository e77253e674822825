### Guiden för att lämna ett förslag, och förslagsställarens egna sidor.

## Stegen

propose-step-idea = Ditt förslag
propose-step-similar = Liknande förslag
propose-step-place = Platsen
propose-step-about = Om dig
propose-step-check = Kontrollera
propose-step-send = Skicka
# $title (String) - sidans rubrik
propose-title-with-errors = Fel: { $title }

propose-next = Fortsätt
propose-back = Tillbaka
propose-later = Spara och fortsätt senare
propose-save-change = Spara ändringen
propose-change = Ändra
propose-kept-title = Det du skrev finns kvar
propose-kept-text = Du hade loggats ut när du skickade sidan. Det du skrev står här igen, men är inte sparat än. Läs igenom och gå vidare.

## Vad som är fel

# $found (String) - så många tecken texten har
# $min (String) - så många behövs
propose-too-short = Skriv lite mer: { $found } tecken nu, minst { $min } behövs

# $found (String) - så många tecken texten har
# $max (String) - så många får plats
propose-too-long = Korta texten: { $found } tecken nu, högst { $max } får plats

propose-bad-character = Texten innehåller ett tecken som inte går att använda. Skriv om den.
propose-email-wrong = E-postadressen ska se ut så här: namn@exempel.se
# $max (String) - högsta åldern
propose-age-wrong = Skriv din ålder med siffror, från 0 till { $max }

propose-point-wrong = Skriv både latitud och longitud med siffror, till exempel 57,70716 och 11,96679
propose-point-outside = Punkten ligger utanför Göteborg. Kontrollera siffrorna eller ta bort dem.
propose-title-missing = Skriv en rubrik
propose-text-missing = Skriv vad du vill ändra och varför
propose-topic-missing = Välj ett ämne
propose-scope-missing = Välj om förslaget gäller hela staden eller en del av den
propose-area-missing = Välj ett område, skriv en plats eller välj hela staden
propose-first-name-missing = Skriv ditt förnamn
propose-last-name-missing = Skriv ditt efternamn
propose-address-missing = Skriv din adress
propose-town-missing = Skriv orten där du bor
propose-country-missing = Skriv landet där du bor
propose-age-missing = Skriv din ålder
propose-gender-missing = Välj ett av svaren. Du kan välja att inte svara.
propose-email-missing = Skriv din e-postadress
propose-residence-unknown = Välj ett område i listan

## Steg 1: förslaget

propose-new-title = Lämna ett förslag
propose-idea-title = Vad föreslår du?
propose-who = Alla kan lämna förslag till Göteborgs Stad, oavsett ålder och var du bor. Företag och föreningar kan inte.
propose-rules-title = Det här gäller
propose-rule-one-matter = Ett förslag handlar om en sak. Har du flera idéer lämnar du flera förslag.
propose-rule-city = Förslaget ska vara något som Göteborgs Stad kan besluta om.
propose-rule-not = Det får inte vara kränkande, strida mot lagen, göra reklam, handla om en enskild persons ärende eller om stadens personal.
propose-rule-kind = Det är ett e-förslag. Det är inte ett medborgarförslag enligt kommunallagen.
propose-rules-link = Läs alla regler
propose-drafts-title = Du har påbörjade förslag
propose-draft-untitled = Förslag utan rubrik
# $when (String) - dag och klockslag
propose-draft-changed = sparat { $when }

propose-title-label = Rubrik
# $max (String) - så många tecken får rubriken ha
propose-title-hint = Säg vad du vill, så att andra förstår det direkt. Högst { $max } tecken.

propose-text-label = Ditt förslag
# $min (String) - så många tecken behövs
propose-text-hint = Vad vill du ändra? Varför? För vem? Minst { $min } tecken. Skriv inga uppgifter om andra personer.

propose-topic-label = Ämne

## Steg 2: liknande förslag

propose-similar-title = Vill du skriva under något av de här i stället?
propose-similar-lead = De här förslagen liknar ditt. Fler underskrifter på samma förslag väger tyngre än flera förslag om samma sak. Är ditt ett annat? Då fortsätter du.
propose-similar-none-title = Inget förslag liknar ditt
propose-similar-none = Vi har jämfört ditt förslag med alla publicerade förslag och hittade inget som liknar det.
propose-similar-go-on = Mitt förslag är ett annat, fortsätt
# $words (String) - orden, uppräknade
propose-similar-common = Gemensamt: { $words }

# $count (Number) - antal underskrifter
# $shown (String) - samma antal så som det ska stå
propose-similar-count = { $count ->
    [one] { $shown } underskrift
   *[other] { $shown } underskrifter
}

# $date (String) - dagen för beslutet
propose-similar-decided = beslut { $date }

propose-similar-sign = Skriv under det här i stället
# $count (Number) - antal liknande förslag
# $shown (String) - samma antal så som det ska stå
propose-similar-live = { $count ->
    [one] { $shown } förslag liknar ditt
   *[other] { $shown } förslag liknar ditt
}
propose-similar-live-hint = De öppnas i en ny flik, så det du skriver finns kvar här.

## Steg 3: platsen

propose-place-title = Vilken plats gäller det?
propose-place-lead = Platsen hjälper andra att hitta förslaget och staden att skicka det rätt.
propose-scope-label = Vad gäller förslaget?
propose-scope-city = Hela staden
propose-scope-part = En del av staden
propose-area-label = Område
propose-area-hint = Välj det område där platsen ligger. Hoppa över frågan om det gäller hela staden.
propose-words-label = Platsen med dina ord
propose-words-hint = Till exempel ett torg, en gata eller en hållplats.
propose-point-title = Ange en punkt på kartan
propose-point-text = Behövs bara om platsen är svår att beskriva. Punkten avgör då vilket område förslaget hör till.
propose-map-label = Karta över Göteborg
propose-map-help = Klicka eller tryck på kartan. Med tangentbord flyttar du korset med piltangenterna och väljer med Enter. Plus och minus zoomar.
propose-map-in = Zooma in
propose-map-out = Zooma ut
propose-map-here = Där jag är nu
propose-map-remove = Ta bort punkten
# $area (String) - områdets namn
# $lat (String) - latitud
# $lon (String) - longitud
propose-map-chosen = Punkten ligger i { $area } ({ $lat }, { $lon }).

propose-map-outside = Punkten ligger utanför Göteborg. Välj en plats innanför gränsen eller ta bort punkten.
propose-map-removed = Punkten är borttagen.
# $area (String) - områdets namn
propose-map-over = Korset är i { $area }.

propose-map-over-none = Korset är utanför Göteborg.
propose-map-asking = Vi frågar din enhet var du är.
propose-map-unknown = Din enhet säger inte var du är. Välj på kartan i stället.
propose-latitude = Latitud
propose-latitude-hint = Siffrorna finns i de flesta kartappar. Till exempel 57,70716.
propose-longitude = Longitud

## Steg 4: om dig

propose-about-title = Om dig som lämnar förslaget
propose-about-lead = Uppgifterna syns inte för andra besökare. Om ditt namn ska visas bestämmer du i nästa steg.
propose-about-why-title = Varför frågar vi?
propose-about-why = Stadens riktlinje säger att den som lämnar ett förslag ska uppge namn, adress, ålder, kön och e-post. Du får svara att du inte vill ange kön. Ålder, kön och område används också för att se vilka vi når, utan namn.
propose-about-privacy = Så hanterar vi dina personuppgifter
propose-first-name = Förnamn
propose-last-name = Efternamn
propose-address = Adress
propose-address-hint = Gata och nummer, eller det som finns i stället. Du kan bo i vilket land som helst.
propose-postal-code = Postnummer
propose-town = Ort
propose-country = Land
propose-country-home = Sverige
propose-email = E-postadress
propose-email-hint = Hit skriver moderatorn om något är oklart. Adressen visas aldrig.
propose-age = Ålder
propose-age-hint = I hela år. Barn får också lämna förslag.
propose-gender = Kön
propose-gender-woman = Kvinna
propose-gender-man = Man
propose-gender-other = Annat
propose-gender-silent = Vill inte svara
propose-residence = Var i Göteborg bor du?
propose-residence-hint = Svaret visas bara i statistik, aldrig tillsammans med ditt namn.
propose-residence-outside = Jag bor inte i Göteborg
propose-residence-silent = Jag vill inte svara
propose-not-answered = Inget svar

## Steg 5 och 6: kontrollera och skicka

propose-check-title = Stämmer det här?
propose-check-lead = Läs igenom innan du går vidare. Du kan ändra allt.
propose-check-proposal = Det här publiceras
propose-check-about = Det här ser bara staden
propose-check-who-sees = Moderatorn och de som handlägger förslaget ser dina uppgifter. De publiceras inte, utom namnet om du vill det.
propose-check-place = Plats
# $area (String) - områdets namn
# $lat (String) - latitud
# $lon (String) - longitud
propose-check-point = Punkt på kartan i { $area } ({ $lat }, { $lon })

propose-check-name-row = Namn
propose-check-name = Ska ditt namn stå vid förslaget?
# $name (String) - förslagsställarens namn
propose-consent = Ja, visa mitt namn ({ $name }) vid förslaget

propose-consent-hint = Kryssar du inte i står förslaget utan namn.
propose-name-not-shown = Vi visar inte namn på den som är under 18 år. Förslaget står utan namn.
propose-send-title = Skicka förslaget
# $date (String) - sista dagen för granskningen
propose-next-review = En moderator läser ditt förslag senast { $date }.

propose-next-published = Följer det reglerna publiceras det och kan skrivas under. Annars får du veta varför.
propose-next-mail = Du får mejl när något händer.
propose-send-button = Skicka förslaget
propose-send-sign-in-title = Logga in för att skicka
propose-send-sign-in = Ditt förslag är sparat. När du har loggat in kommer du tillbaka hit och skickar det.
propose-send-stronger = Den som lämnar förslag behöver logga in med e-legitimation. Har du loggat in med e-post loggar du ut först. Ditt förslag är sparat.
propose-send-sign-in-button = Logga in och skicka

## Senare

propose-saved-title = Ditt förslag är sparat
propose-saved-browser = Det är inte skickat än. Du fortsätter i samma webbläsare på den här enheten.
propose-saved-person = Det är inte skickat än. Du fortsätter på vilken enhet som helst när du har loggat in.
# $page (String) - sidans namn i menyn
propose-saved-how = Gå till ”{ $page }” i menyn. Där ligger förslaget överst.

# $days (String) - så länge, till exempel 90 dagar
propose-saved-days = Vi sparar det i { $days } från senaste ändringen. Sedan tas det bort.

propose-saved-shared-title = Delar du dator med andra?
propose-saved-shared = Logga in, så kan bara du öppna förslaget. Då kan du också fortsätta på en annan enhet.
propose-saved-sign-in = Logga in och spara förslaget hos dig
propose-saved-go-on = Fortsätt nu
propose-discard = Ta bort det jag har skrivit
propose-discard-title = Ta bort det påbörjade förslaget?
propose-discard-text = Allt du har skrivit försvinner och kan inte hämtas tillbaka.
propose-discard-button = Ta bort
propose-discard-keep = Behåll

## Efteråt

propose-done-title = Tack! Ditt förslag är skickat
# $number (String) - förslagets nummer
propose-done-number = Det har nummer { $number }.

# $days (String) - så länge, till exempel 90 dagar
# $count (String) - så många underskrifter behövs
propose-done-collect = Publiceras det kan andra skriva under i { $days }. Får det minst { $count } underskrifter svarar en nämnd eller ett bolag.

propose-done-mail = Vi skriver till din e-postadress varje gång något händer.
propose-done-no-mail = Titta på Mina sidor. Lägg till en e-postadress där om du vill få mejl när något händer.
propose-done-change = Du kan ta tillbaka förslaget tills det är publicerat.
propose-done-own = Se ditt förslag
propose-done-others = Läs andras förslag

## Förslagsställarens egen sida

# $date (String) - sista dagen för granskningen
own-waiting = En moderator läser ditt förslag senast { $date }.

own-waiting-mail = Du får ett mejl när det är klart.
own-returned-title = Moderatorn har en fråga
# $date (String) - sista dagen att svara
own-returned = Förslaget publiceras inte än. Ändra det nedan och skicka det igen senast { $date }. Annars publiceras det inte.

own-lapsed-title = Tiden att svara har gått ut
own-lapsed = Förslaget publiceras inte. Du kan lämna ett nytt förslag när du vill.
own-refused-title = Förslaget publiceras inte
own-refused = Det följer inte reglerna. Skälen står nedan. Du kan lämna ett nytt förslag.
own-withdrawn-title = Du har tagit tillbaka förslaget
own-withdrawn = Det publiceras inte. Du kan lämna ett nytt förslag när du vill.
own-removed-title = Förslaget är borttaget
own-removed = Staden har tagit bort förslaget efter publiceringen.
own-published = Förslaget är publicerat. Där ser du underskrifterna och vad som händer.
own-published-link = Till förslaget
own-reasons-title = Det här säger staden
own-note-title = Moderatorn skriver
own-answer-title = Ändra och skicka igen
own-answer-text = Svara genom att ändra rubriken eller texten. Förslaget granskas sedan igen.
own-answer-button = Skicka igen
own-text-title = Ditt förslag
own-withdraw-title = Ångrar du dig?
own-withdraw-text = Du kan ta tillbaka förslaget tills det är publicerat.
own-withdraw-link = Ta tillbaka förslaget
own-withdraw-question = Vill du ta tillbaka förslaget?
own-withdraw-meaning = Då granskas och publiceras det inte. Du kan inte ångra det, men du kan lämna ett nytt förslag.
own-withdraw-button = Ta tillbaka förslaget
own-withdraw-keep = Behåll förslaget
