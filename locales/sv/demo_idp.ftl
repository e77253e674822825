### Demons test-e-legitimation.

# i knappen ”Logga in med …”
idp-name = test‑e‑legitimation
idp-title = Test-e-legitimation
idp-lead = Den här e-legitimationen finns bara i demon. Välj vem du vill vara. Alla är påhittade och har Skatteverkets testnummer.
idp-residents = Invånare
idp-staff = Personal
idp-cancel = Avbryt och gå tillbaka

# $number (String) - testpersonens nummer
# $part (String) - vad personen gör i demon
idp-person = Testperson { $number } – { $part }
idp-part-resident = invånare
idp-part-minor = invånare under 18 år
idp-part-coordination = invånare med samordningsnummer
idp-part-weak = invånare med för svag e-legitimation
idp-part-moderator = moderator, granskar förslag
idp-part-coordinator = samordnare på demokrati och medborgarservice
idp-part-stadsmiljo = handläggare på Stadsmiljönämnden
idp-part-idrott = handläggare på Idrotts- och föreningsnämnden
idp-part-analyst = analytiker
idp-part-administrator = administratör
