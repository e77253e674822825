review-queue-title = Granska förslag
# $count (Number) - how many
# $shown (String) - the same, as shown
review-queue-waiting = { $count ->
    [0] Inget förslag väntar på granskning.
    [one] Ett förslag väntar på granskning.
   *[other] { $shown } förslag väntar på granskning.
}
# $count (Number) - how many
# $shown (String) - the same, as shown
review-queue-late = { $count ->
    [one] Ett av dem har väntat mer än två veckor. Ta det först.
   *[other] { $shown } av dem har väntat mer än två veckor. Ta dem först.
}
review-queue-in-time = Alla är i tid. Löftet är två veckor från det att förslaget kom in.
review-groups-label = Visa i kön
review-group-waiting = Alla som väntar
review-group-mine = Mina
review-group-free = Lediga
review-group-late = Sena
review-group-returned = Väntar på svar
review-group-decided = Avgjorda
review-empty-waiting = Kön är tom. Allt som kommit in är granskat.
review-empty-group = Här finns inget just nu.
review-column-due = Senast
review-column-answer = Svar senast
review-column-title = Förslag
review-column-topic = Ämne
review-column-sent = Kom in
review-column-who = Vem
review-column-when = När
review-column-what = Vad hände
review-who-me = Du
review-who-nobody = Ingen
review-who-author = Förslagsställaren
review-who-time = Tiden gick ut
review-demo = Exempel
# $number (String) - its number
review-hidden-title = Förslag { $number } (texten är dold)
review-hidden-show = Visa texten. Den är dold på grund av skälet till avslaget.
# $days (Number) - working days
# $shown (String) - the same, as shown
review-late = { $days ->
    [one] { $shown } arbetsdag sent
   *[other] { $shown } arbetsdagar sent
}
review-due-today = i dag
# $days (Number) - working days
# $shown (String) - the same, as shown
review-days-left = { $days ->
    [0] före nästa arbetsdag
    [one] { $shown } arbetsdag kvar
   *[other] { $shown } arbetsdagar kvar
}
# $number (String) - its number
# $stage (String) - what has become of it
review-done = Förslag { $number } är klart: { $stage }.
review-done-look = Öppna det igen
review-step-published = Publicerat
review-step-returned = Skickat tillbaka med en fråga
review-step-refused = Avslaget
review-step-undone = Beslutet ångrat
review-step-taken-over = Övertaget från en kollega
review-step-lapsed = Frågan besvarades inte i tid
review-step-removal-asked = Någon vill ta bort förslaget
review-step-removal-declined = Förslaget får vara kvar
review-step-removed = Borttaget
review-fault-topic = Välj ett ämne.
review-fault-body = Välj den nämnd eller det bolag som ska svara.
review-fault-area = Området finns inte. Välj ett annat eller inget.
review-fault-reason = Välj minst ett skäl. Förslagsställaren ska alltid få veta varför.
# $min (String) - the fewest characters
review-fault-short = Skriv minst { $min } tecken.
# $max (String) - the most characters
# $found (String) - how many there are
review-fault-long = Texten får ha högst { $max } tecken. Du har skrivit { $found }.
review-fault-character = Texten innehåller ett tecken som inte kan visas. Skriv om den delen.
review-fault-missing = Skriv något här.
review-error-involved = Du har skrivit eller skrivit under det här förslaget. Därför kan du inte granska det. En kollega tar det.
review-error-stale = Någon hann ändra något efter att du öppnade sidan. Läs vad som gäller nu och försök igen.
# $name (String) - a colleague
review-error-claimed = { $name } granskar det här förslaget nu.
review-error-not-claimed = Du måste ta förslaget innan du avgör det. Ingen granskar det just nu.
review-error-decided = Förslaget är redan avgjort.
review-error-stage = Det går inte längre: förslaget har gått vidare, eller tagits tillbaka av den som skrev det.
review-error-signed = Någon har redan skrivit under. Då gäller publiceringen.
review-error-too-late = Det är för sent att ångra. Ett avslag kan en samordnare fortfarande ompröva.
review-error-not-yours = Bara den som bestämde eller en samordnare kan ångra.
review-error-removal-asked = En kollega har redan bett om att förslaget tas bort.
review-error-removal-none = Ingen ber längre om att förslaget tas bort.
review-error-removal-same = Den som bad om borttagningen kan inte själv bekräfta den.
review-error-no-such = Det du valde finns inte längre. Välj på nytt.
review-refused-title = Det blev inte gjort
review-refused-kept = Det du skrev står kvar här nedanför.
review-refused-look = Se vad som gäller nu
review-preview-title = Det här läser förslagsställaren
review-preview-hint = Mejlet skickas på det språk som förslagsställaren har valt. Tryck på Visa mejlet när du har ändrat något.
review-preview-button = Visa mejlet
review-cancel = Avbryt
review-read-text = Läs förslagets text
review-publish-title = Publicera förslaget
# $day (String) - the last day to sign
# $threshold (String) - signatures needed
review-publish-lead = Förslaget blir synligt för alla direkt. Det kan skrivas under till och med { $day } och behöver { $threshold } underskrifter.
review-publish-button = Publicera och mejla
review-ask-title = Ställ en fråga
# $day (String) - the last day to answer
review-ask-lead = Förslaget går tillbaka till den som skrev det, som kan ändra och svara till och med { $day }. Kommer inget svar publiceras det inte.
review-ask-button = Skicka frågan
review-refuse-title = Avslå förslaget
review-refuse-lead = Förslaget publiceras inte. Den som skrev det får alltid skälen.
review-refuse-button = Avslå och mejla
review-remove-title = Ta bort ett publicerat förslag
review-remove-lead = Två personer måste vara överens. Först när en kollega har bekräftat försvinner förslaget. På dess adress står då bara skälet.
review-remove-button = Be en kollega bekräfta
review-topic = Ämne
review-body = Svarar och samordnar
review-body-hint = Gissningen bygger på vart förslag om samma ämne har gått tidigare. Du bestämmer.
review-informed = Ska också få veta
# $count (Number) - how many are chosen
# $shown (String) - the same, as shown
review-informed-summary = { $count ->
    [0] Välj fler som ska få veta
   *[other] Ska också få veta: { $shown } valda
}
review-area = Mellanområde
review-area-hint = Lämna tomt om förslaget gäller hela staden.
review-reasons = Skäl
review-reasons-hint = Texten under varje skäl är den som förslagsställaren får.
review-remove-reason = Skäl
review-remove-reason-hint = Skälet visas för alla på förslagets adress.
review-note = En rad till förslagsställaren
review-note-hint = Till exempel tack, eller vad som händer nu.
review-question = Din fråga
review-question-hint = Skriv vad du behöver veta eller vad som ska ändras, så att personen vet precis vad hen ska göra.
review-refuse-note = Om just det här förslaget
review-refuse-note-hint = Förklara med egna ord hur skälet gäller här, och vart personen kan vända sig.
review-colleague = Till kollegan
review-colleague-hint = Vad är fel, och var i texten? Det här läser bara ni som granskar.
review-no-place = Ingen plats angiven
review-place = Plats
review-name = Namn som publiceras
review-name-hidden = Inget. Förslagsställaren har inte sagt ja till det.
review-known-title = Om förslaget
review-author-title = Den som skrev
review-author-open = Behöver du veta vem som skrev?
review-author-hint = Uppgifterna är förseglade. Varje gång någon öppnar dem antecknas det i loggen.
review-author-button = Öppna uppgifterna
review-author-noted = Att du öppnade uppgifterna är antecknat i loggen.
review-author-name = Namn
review-author-age = Ålder när förslaget skickades
review-author-mail = E-post
review-author-town = Ort
review-aids-title = Att titta på
# $words (String) - from the text
review-found-email = Kanske en e-postadress: { $words }
# $words (String) - from the text
review-found-phone = Kanske ett telefonnummer: { $words }
# $words (String) - from the text
review-found-number = Kanske ett personnummer: { $words }
# $words (String) - from the text
review-found-link = En länk: { $words }
review-found-nothing = Inga e-postadresser, telefonnummer, personnummer eller länkar hittades. Namn och adresser måste du läsa efter själv.
# $lix (String) - the index
review-lix-easy = Lätt att läsa (läsbarhetsindex { $lix }).
# $lix (String) - the index
review-lix-medium = Som en dagstidning att läsa (läsbarhetsindex { $lix }).
# $lix (String) - the index
review-lix-hard = Svår att läsa (läsbarhetsindex { $lix }).
review-similar-title = Liknande förslag
review-similar-hint = Det finns ingen regel mot att föreslå samma sak igen. Men den som skriver kan ha nytta av att veta.
review-similar-none = Inget publicerat förslag har en liknande rubrik.
# $percent (String) - how like
review-similar-score = { $percent } likt.
# $words (String) - a list of words
review-similar-words = Gemensamma ord: { $words }.
# $number (String) - of the text
# $day (String) - when it was written
review-changes-title = Ändrat i version { $number }, { $day }
review-change-gone = Borttaget:
review-change-new = Tillagt:
review-history-title = Vad som har hänt
review-history-none = Inget har antecknats om granskningen.
review-event-submitted = Förslaget kom in
review-event-answered = Förslagsställaren svarade
review-event-withdrawn = Förslagsställaren tog tillbaka förslaget
review-panel-title = Granskning
# $day (String) - the last day
review-due = Ska vara klart senast { $day }.
review-free = Ingen granskar det här förslaget just nu.
review-claim = Ta förslaget
# $time (String) - when the lease ends
review-mine = Du granskar det här förslaget. Det är ditt till klockan { $time }, sedan får andra ta det.
# $name (String) - a colleague
# $time (String) - when the lease ends
review-held = { $name } granskar det här förslaget till klockan { $time }.
review-take-over = Ta över
review-take-over-hint = Din kollega får veta det när hen försöker avgöra förslaget, och det syns i historiken.
review-release = Lämna till någon annan
review-to-publish = Publicera
review-to-ask = Ställ en fråga
review-to-refuse = Avslå
# $name (String) - a colleague
# $when (String) - date and time
review-by-at = { $name }, { $when }.
review-nothing-to-do = Det finns inget att granska här.
review-undo = Ångra
review-undo-hint = Förslaget kommer tillbaka till dig för granskning och förslagsställaren får veta det.
review-public-page = Öppna förslagets sida
review-to-remove = Ta bort förslaget
review-removal-waits = Du har bett om att förslaget tas bort. En kollega måste bekräfta.
review-removal-take-back = Låt det vara kvar
# $name (String) - a colleague
# $reason (String) - the ground
review-removal-asked-by = { $name } vill ta bort förslaget. Skäl: { $reason }.
review-removal-hint = Läs förslaget innan du svarar. Bekräftar du försvinner det direkt.
review-removal-confirm = Bekräfta och ta bort
review-removal-decline = Låt det vara kvar
