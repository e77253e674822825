### Att skriva under, ta tillbaka och följa ett förslag.

## Kortet på förslagets sida och sidan före underskriften

sign-title = Skriv under förslaget
sign-button = Skriv under
sign-meaning = Du skriver under en gång. Du kan ta tillbaka din underskrift så länge förslaget samlar underskrifter.
sign-privacy = Din underskrift är inte offentlig. Den nämnd eller det bolag som ska svara får namnlistan om förslaget når fram.
sign-anyone = Alla får skriva under, oavsett ålder och var du bor.
sign-needs-sign-in = Du loggar in först. Sedan skriver du under med ett tryck.

# $date (String) - sista dagen, med veckodag
sign-until = Du kan skriva under till och med { $date }.

# $date (String) - dagen då personen skrev under
sign-own-since = Du skrev under { $date }.
sign-see-own = Se din underskrift
sign-back-to-proposal = Till förslaget

## Varför det inte går

sign-closed-title = Du kan inte skriva under längre

# $date (String) - sista dagen
sign-closed = Tiden gick ut { $date }.
sign-closed-without-day = Förslaget samlar inte underskrifter längre.
sign-paused-title = Förslaget är pausat
sign-paused = Just nu går det inte att skriva under. När pausen är slut förlängs tiden med lika många dagar.
sign-not-open-title = Förslaget har inte öppnat
sign-not-open = Du kan skriva under när det har öppnat.
sign-not-collecting-title = Förslaget samlar inte underskrifter
sign-not-collecting = Det kommer från stadens öppna data och visas för att alla ska kunna följa vad som hände.
sign-needs-eid-title = Du behöver logga in med e-legitimation
sign-needs-eid = Det här förslaget kräver e-legitimation för att skriva under. Du är inloggad med e-post.
sign-needs-eid-link = Logga in med e-legitimation
sign-not-resident-title = Förslaget är för dig som bor i Göteborg
sign-not-resident = Du har inte uppgett att du bor i Göteborg. Ändra dina uppgifter om det inte stämmer.

## Efter underskriften

signed-title = Tack, du har skrivit under

# $number (String) - vilken i ordningen
signed-number = Du är nummer { $number } som har skrivit under.
signed-own-title = Din underskrift
signed-next-reached = Förslaget har nått gränsen. När tiden är slut går det vidare till den nämnd eller det bolag som ska svara.

# $date (String) - sista dagen, med veckodag
signed-next-open = Förslaget samlar underskrifter till och med { $date }.

# $threshold (String) - så många behövs
signed-next-case = Har minst { $threshold } skrivit under då, går det vidare till den nämnd eller det bolag som ska svara.

# $threshold (String) - så många behövs
signed-next-below = Blir det färre än { $threshold } arkiveras förslaget. Det syns fortfarande här.
signed-next-mail = Du får mejl när tiden är slut, när nämnden eller bolaget beslutar och när något görs.
signed-next-closed = Tiden är slut. Din underskrift är räknad, och du får mejl när något händer.
signed-share-title = Berätta för fler
signed-share-text = Skicka adressen till den som kan tänkas hålla med:
signed-share-mail = Skicka som mejl

# $title (String) - förslagets rubrik
signed-share-subject = Skriv under: { $title }

# $address (String) - adressen till förslaget
signed-share-body = Läs förslaget och skriv under om du håller med: { $address }
signed-take-back-title = Ångrar du dig?
signed-take-back-text = Du kan ta tillbaka din underskrift så länge förslaget samlar underskrifter.
signed-take-back-link = Ta tillbaka min underskrift

## Att ta tillbaka

unsign-title = Ta tillbaka din underskrift
unsign-question = Vill du ta tillbaka din underskrift? Den räknas då inte längre.
unsign-again = Du kan skriva under igen så länge förslaget samlar underskrifter.
unsign-button = Ta tillbaka min underskrift
unsign-keep = Behåll min underskrift
unsigned-title = Din underskrift är borttagen
unsigned-text = Den räknas inte längre. Du kan skriva under igen om du ändrar dig.
unsign-none-title = Du har inte skrivit under
unsign-none = Det finns ingen underskrift att ta tillbaka.
unsign-closed-title = Underskriften står kvar
unsign-closed = Tiden för underskrifter är slut, så den går inte att ta tillbaka.

## Att följa

follow-title = Följ förslaget
follow-meaning = Du får mejl om vad som händer. Att följa är inte att skriva under, och ingen annan ser det.
follow-button = Följ förslaget
unfollow-button = Sluta följa
followed-title = Du följer förslaget
followed-text = Du får mejl när något händer: när tiden är slut, när det tas upp på ett möte, när det beslutas och när något görs.
unfollowed-title = Du följer inte förslaget
follow-also-title = Vill du veta varje steg?
follow-also-text = Den som följer får också mejl när förslaget tas upp på ett möte eller flyttas.
