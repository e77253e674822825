### The demo's test e-identification.

idp-name = the test e-identification
idp-title = Test e-identification
idp-lead = This e-identification exists only in the demo. Choose who you want to be. Everyone is made up and has one of the Swedish Tax Agency's test numbers.
idp-residents = Residents
idp-staff = Staff
idp-cancel = Cancel and go back

idp-person = Testperson { $number } – { $part }
idp-part-resident = resident
idp-part-minor = resident under 18
idp-part-coordination = resident with a coordination number
idp-part-weak = resident whose e-identification is too weak
idp-part-moderator = moderator, reviews proposals
idp-part-coordinator = coordinator at democracy and citizen services
idp-part-stadsmiljo = case officer at Stadsmiljönämnden
idp-part-idrott = case officer at Idrotts- och föreningsnämnden
idp-part-analyst = analyst
idp-part-administrator = administrator
