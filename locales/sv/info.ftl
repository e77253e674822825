### Sidorna som förklarar

how-title = Så fungerar det
how-lead = Ett förslag går fem steg, från idé till svar.
how-step-1 = Du lämnar ett förslag.
how-step-1-text = Det tar några minuter. Du behöver bara en e-postadress.
how-step-2 = Staden granskar.

# $time (String) - så lång tid, till exempel 14 dagar
how-step-2-text = En moderator läser förslaget inom { $time }. Du får alltid veta varför om det inte publiceras.
how-step-3 = Alla kan skriva under.

# $time (String) - så lång tid, till exempel 90 dagar
# $threshold (String) - så många underskrifter
how-step-3-text = Förslaget är öppet i { $time }. Målet är minst { $threshold } underskrifter.
how-step-4 = En nämnd eller ett bolag svarar.

# $threshold (String) - så många underskrifter
how-step-4-text = Med minst { $threshold } underskrifter tas förslaget upp på ett möte så snart det går.
how-step-5 = Du ser vad det blev.
how-step-5-text = Svaret, skälen och det som händer sedan står på förslagets sida.
how-after-title = När förslaget har nått målet
how-after-text-1 = När tiden har gått ut skickas förslaget till den nämnd eller det bolag som ansvarar för frågan.

# $time (String) - så lång tid, till exempel 60 dagar
how-after-text-2 = Där tas det upp på första möjliga möte. Vi räknar med att det sker inom { $time }.
how-after-text-3 = Det första beslutet är att förslaget genomförs, inte genomförs eller utreds vidare. Efter en utredning kommer det upp igen för ett slutligt beslut.
how-below-title = Om underskrifterna inte räcker
how-below-text = Då arkiveras förslaget. Det går fortfarande att läsa och söka efter här.
how-told-title = Så får du veta
how-told-text = Den som har lämnat eller skrivit under ett förslag får ett mejl när det är beslutat. Du kan också följa ett förslag utan att skriva under.
how-to-rules = Läs reglerna
rules-title = Regler
rules-lead = Här är reglerna för Göteborgsförslaget i korthet.
rules-who-title = Vem kan vara med?
rules-who-text-1 = Alla som är intresserade av stadens utveckling kan lämna förslag och skriva under, var de än bor och hur gamla de än är.
rules-who-text-2 = Företag, föreningar och andra organisationer kan inte lämna förslag.
rules-what-title = Vad kan du föreslå?
rules-what-text = Något konkret som Göteborgs Stad kan besluta om. Ett förslag handlar om en sak.
rules-refused-title = När publiceras ett förslag inte?
rules-refused-text = När det strider mot lagen, gäller en enskild persons ärende, rör stadens interna organisation eller personal, gör reklam, är kränkande eller stötande, gäller något staden inte ansvarar för eller egentligen är en ansökan om bidrag.
rules-refused-why = Du får alltid veta skälet.

# $time (String) - så lång tid, till exempel 14 dagar
rules-returned-text = Är förslaget otydligt, eller handlar om flera saker, får du en fråga. Du har { $time } på dig att svara.
rules-sign-title = Underskrifter

# $time (String) - så lång tid, till exempel 90 dagar
# $threshold (String) - så många underskrifter
rules-sign-text = Ett förslag är öppet för underskrifter i { $time } från den dag det publiceras. Det behövs minst { $threshold }.
rules-sign-back = Du kan ta tillbaka din underskrift så länge förslaget är öppet.
rules-sign-seen = Vilka som har skrivit under visas aldrig på webbplatsen. Den nämnd som svarar får listan med namn.
rules-body-title = Nämndens eller bolagets svar

# $threshold (String) - så många underskrifter
rules-body-text = Med minst { $threshold } underskrifter när tiden går ut blir förslaget ett ärende på första möjliga möte.
rules-body-first = Det första beslutet är ett av tre: genomförs, genomförs inte eller utreds vidare.
rules-body-final = Efter en utredning är det slutliga beslutet: genomförs, genomförs inte eller genomförs inte just nu men tas med i arbetet med kommande budget.
rules-source-title = Varifrån reglerna kommer
rules-source-text = Göteborgs Stads riktlinje för Göteborgsförslaget, kommunfullmäktige 7 december 2023, § 91.
about-title = Om Torget
about-lead = Torget är en plats för förslag till Göteborgs Stad, underskrifter och stadens svar.
about-what-title = Vad Torget är till för
about-what-text = Här följer du ett förslag hela vägen: från idé och underskrifter till beslut och det som sedan blir av.
about-data-title = Förslagen från 2017 till 2022
about-data-text-1 = De äldre förslagen kommer från Göteborgs Stads öppna data, hämtade 21 november 2022, och elva från kommunstyrelsens protokoll 2024–2025.
about-data-text-2 = Förslagens texter ingår inte i de öppna data. Där uppgifter saknas eller säger emot varandra visar vi dem så som de står.
about-maps-title = Kartor och befolkning
about-maps-text = Karta: Göteborgs Stad, stadsledningskontoret, områdesindelning 2025. Befolkning: Göteborgs Stad och SCB, 31 december 2025.
about-code-title = Öppen källkod
about-code-text = Torget är fri programvara med licensen EUPL-1.2. Alla publika uppgifter finns också som öppna data.
about-api-link = Förslagen som öppna data (JSON)
about-feed-link = Nya förslag och beslut som flöde (Atom)
accessibility-title = Tillgänglighet
accessibility-lead = Alla ska kunna använda Torget. Så här står det till.
accessibility-how-title = Så tillgänglig är webbplatsen
accessibility-how-text = Vi bygger efter WCAG 2.2 nivå AA. Alla sidor fungerar med tangentbord, med skärmläsare och utan JavaScript.
accessibility-known-title = Kända brister
accessibility-known-text = Beslut och handlingar som nämnder bifogar kan vara PDF-filer som inte går att läsa med alla hjälpmedel. Be oss så får du innehållet på ett annat sätt.
accessibility-test-title = Så har vi testat
accessibility-test-text = Vi testar varje sida automatiskt med axe och granskar den på smal och bred skärm. Ingen utomstående har granskat webbplatsen ännu.
accessibility-tell-title = Berätta om hinder
accessibility-tell-text = Hittar du något som inte fungerar för dig, kontakta oss så rättar vi det.
accessibility-watch-title = Tillsyn
accessibility-watch-text = Myndigheten för digital förvaltning har tillsyn över lagen om tillgänglighet till digital offentlig service. Är du inte nöjd med vårt svar kan du anmäla det dit.
privacy-title = Personuppgifter
privacy-lead = Att skriva under visar vad du tycker. Därför skyddar vi vilka som har skrivit under.
privacy-who-title = Vem ansvarar?
privacy-who-text = Nämnden för demokrati och medborgarservice i Göteborgs Stad är personuppgiftsansvarig.
privacy-sign-title = När du skriver under
privacy-sign-text-1 = Ditt namn visas aldrig på webbplatsen. Din underskrift sparas krypterad, ett förslag i taget, så att ingen kan se allt du har skrivit under.
privacy-sign-text-2 = Når förslaget målet får den nämnd som svarar listan med namn. Varje gång listan öppnas antecknas det.
privacy-propose-title = När du lämnar ett förslag
privacy-propose-text = Du anger namn, adress, ålder, kön och e-post. Ditt namn publiceras bara om du själv säger ja. Är du under 18 år publiceras det aldrig.
privacy-id-title = När du loggar in
privacy-id-text = Vi sparar inte ditt personnummer. Det omvandlas till en kod som inte går att räkna tillbaka.
privacy-long-title = Hur länge?
privacy-long-text = Förslag och beslut är allmänna handlingar och bevaras. Uppgifter om vem som har skrivit under raderas när de inte längre behövs för ärendet.
privacy-cookies-title = Kakor
privacy-cookies-text = Vi använder bara kakor som behövs: för att hålla dig inloggad, minnas ett utkast och komma ihåg språket. Inget delas med andra.
privacy-rights-title = Dina rättigheter
privacy-rights-text = På Mina sidor kan du läsa och hämta allt som finns om dig, rätta uppgifterna och radera ditt konto. Där står också vad staden måste bevara. Du kan klaga hos Integritetsskyddsmyndigheten.
contact-title = Kontakt
contact-lead = Har du en fråga om Torget eller om ett förslag? Så når du oss.
contact-centre-title = Göteborgs Stads kontaktcenter
contact-centre-text = Telefon 031-365 00 00.
contact-help-title = Hjälp på plats
contact-help-text = På medborgarkontoren får du hjälp att lämna förslag och skriva under.
contact-error-title = Något som inte fungerar
contact-error-text = Berätta vilken sida det gäller, vad du gjorde och vad som hände.
