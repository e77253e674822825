# Sidorna som berättar att något inte gick
error-bad-request-title = Vi förstår inte adressen eller formuläret
error-bad-request-text = Något i det som skickades går inte att läsa. Gå tillbaka och försök igen.
error-forbidden-title = Det här får du inte göra
error-forbidden-text = Ditt konto har inte rätt till den här sidan, eller så skickades formuläret från en annan webbplats. Gå tillbaka till sidan och försök igen därifrån.
error-not-found-title = Sidan finns inte
error-not-found-text = Adressen kan vara felskriven, eller så har sidan flyttat. Sök efter förslaget i listan.
error-wrong-method-title = Så kan den här adressen inte användas
error-wrong-method-text = Gå till sidan och använd knappen där.
error-stale-title = Någon annan hann före
error-stale-text = Det du ändrade har ändrats av någon annan sedan du öppnade sidan. Öppna sidan igen och se vad som gäller nu.
error-gone-title = Det här är borttaget
error-gone-text = Innehållet har funnits här men är borttaget.
# $reason (String) - the kind of reason
error-gone-reason = Skäl: { $reason }.
error-too-large-title = Det är för stort
error-too-large-text = Det du skickade är större än vi kan ta emot. Korta texten eller välj en mindre fil.
error-unreadable-title = Formuläret går inte att läsa
error-unreadable-text = Något i formuläret saknas eller har fel form. Gå tillbaka, ladda om sidan och försök igen.
error-too-many-title = Det gick för fort
error-too-many-text = Det har kommit många anrop från din uppkoppling. Vänta en minut och försök igen.
error-broken-title = Något gick fel hos oss
error-broken-text = Felet är inte ditt. Det är antecknat. Försök igen om en stund.
error-away-title = Tjänsten är tillfälligt nere
error-away-text = Vi når inte databasen just nu. Inget har sparats till hälften. Försök igen om en liten stund.
error-to-proposals = Sök bland förslagen
error-to-start = Till startsidan
error-to-contact = Kontakta oss
