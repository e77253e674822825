CREATE TABLE reviews (
    proposal_id UUID   NOT NULL PRIMARY KEY REFERENCES proposals (id),
    state       TEXT   NOT NULL, -- waiting (claimed while claimed_by is set), decided
    due_on      TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    claimed_by  UUID   REFERENCES persons (id),
    claimed_at  BIGINT,
    lease_until BIGINT
);
CREATE INDEX reviews_queue ON reviews (state, due_on);

-- What was done with a proposal, by whom: the review's history (ReviewStep).
CREATE TABLE review_decisions (
    id          UUID   NOT NULL PRIMARY KEY,
    proposal_id UUID   NOT NULL REFERENCES proposals (id),
    kind        TEXT   NOT NULL, -- ReviewStep
    reasons     TEXT   NOT NULL, -- a JSON object {"codes": []}
    note        TEXT,            -- what the proposer reads; for a removal that is asked for, what the colleague reads
    decided_by  UUID   REFERENCES persons (id), -- NULL: time
    decided_at  BIGINT NOT NULL
);
CREATE INDEX review_decisions_proposal ON review_decisions (proposal_id, decided_at, id);
CREATE INDEX review_decisions_time ON review_decisions (decided_at);

-- The riktlinje's grounds (KF 2023-12-07 § 91), each with the text the proposer gets.
CREATE TABLE refusal_reasons (
    kind       TEXT    NOT NULL, -- refuse, return, remove
    code       TEXT    NOT NULL,
    position   BIGINT  NOT NULL,
    hides      BOOLEAN NOT NULL, -- forces hiding of the text
    is_active  BOOLEAN NOT NULL,
    name_sv    TEXT    NOT NULL,
    name_en    TEXT    NOT NULL,
    text_sv    TEXT    NOT NULL,
    text_en    TEXT    NOT NULL,
    PRIMARY KEY (kind, code)
);

INSERT INTO refusal_reasons (kind, code, position, hides, is_active, name_sv, name_en, text_sv, text_en) VALUES
('refuse', 'not_municipal', 1, FALSE, TRUE,
 'Göteborgs Stad kan inte besluta om det',
 'Not for the City of Gothenburg to decide',
 'Göteborgs Stad kan inte besluta om det du föreslår. Någon annan ansvarar för frågan, så vänd dig dit i stället. Tidtabeller, linjer och biljetter: Västtrafik. Sjukvård: Västra Götalandsregionen. Statliga vägar och järnvägar: Trafikverket. Lagar, skatter och polis: riksdagen, regeringen och de statliga myndigheterna. Är något trasigt eller skräpigt på en gata eller i en park behövs inget förslag: gör en felanmälan till staden i stället (sök på felanmälan på goteborg.se).',
 'The City of Gothenburg cannot decide on what you propose. Someone else is responsible, so please turn to them instead. Timetables, routes and tickets: Västtrafik. Health care: Region Västra Götaland. National roads and railways: the Swedish Transport Administration (Trafikverket). Laws, taxes and the police: the Swedish parliament, the government and the national authorities. If something is broken or littered in a street or park you do not need a proposal: report it to the City instead (search for felanmälan at goteborg.se).'),
('refuse', 'individual_case', 2, TRUE, TRUE,
 'Gäller en enskild persons ärende',
 'Concerns one person''s own case',
 'Förslaget gäller ett ärende som rör dig eller en annan enskild person, till exempel en skolplats, ett bygglov eller en insats från socialtjänsten. Sådant avgörs i ärendet och kan inte prövas här. Kontakta den som handlägger ärendet. Är du missnöjd med ett beslut står det i beslutet hur du överklagar. Vill du klaga på hur du blivit bemött kan du lämna en synpunkt till staden (sök på synpunkt på goteborg.se). Vill du ändra reglerna för alla kan du skriva ett nytt förslag om dem.',
 'The proposal is about a case that concerns you or another individual, such as a school place, a building permit or help from social services. Such matters are settled within the case itself and cannot be taken up here. Please contact the person handling the case. If you disagree with a decision, the decision says how to appeal. To complain about how you were treated, send the City a comment (search for synpunkt at goteborg.se). If you want to change the rules for everyone, you are welcome to write a new proposal about them.'),
('refuse', 'grant_application', 3, FALSE, TRUE,
 'Är en ansökan om bidrag',
 'Is an application for a grant',
 'Det du skriver är i praktiken en ansökan om pengar till en förening, ett projekt eller en verksamhet. Bidrag söker du hos den nämnd som delar ut dem, och alla som söker prövas efter samma regler. Vilka bidrag som finns och hur du söker står på stadens webbplats (sök på bidrag på goteborg.se). Vill du att staden själv ska göra något kan du skriva ett nytt förslag om det.',
 'What you have written is in practice an application for money for an association, a project or a business. You apply for grants to the committee that awards them, and all applicants are assessed by the same rules. The City''s website says which grants there are and how to apply (search for bidrag at goteborg.se). If you want the City itself to do something, you are welcome to write a new proposal about that.'),
('refuse', 'internal_matter', 4, TRUE, TRUE,
 'Gäller stadens inre organisation eller personal',
 'Concerns the City''s internal organisation or staff',
 'Förslaget gäller hur staden organiserar sitt arbete eller vem som arbetar där. Det bestämmer förvaltningar och bolag som arbetsgivare, och det kan inte prövas här. Vill du berätta om hur du blivit bemött, eller vad du tycker om en verksamhet, kan du lämna en synpunkt till staden (sök på synpunkt på goteborg.se). Du kan också skriva ett nytt förslag om vilken service staden ska ge, utan att peka ut personer.',
 'The proposal is about how the City organises its work or who works there. The administrations and companies decide on that as employers, and it cannot be taken up here. If you want to tell us how you were treated, or what you think of a service, send the City a comment (search for synpunkt at goteborg.se). You may also write a new proposal about what service the City should provide, without pointing out individuals.'),
('refuse', 'marketing', 5, TRUE, TRUE,
 'Är reklam för en vara eller ett företag',
 'Advertises a product or a business',
 'Förslaget lyfter fram en viss vara, en viss tjänst eller ett visst företag. Här får ingen göra reklam. Beskriv i stället behovet, utan namn på företag och produkter, och skicka in ett nytt förslag. Vill du sälja något till staden hittar du stadens upphandlingar genom att söka på upphandling på goteborg.se.',
 'The proposal promotes a particular product, service or business. Advertising is not allowed here. Please describe the need instead, without naming companies or products, and send in a new proposal. If you want to sell something to the City, you will find its procurements by searching for upphandling at goteborg.se.'),
('refuse', 'offensive', 6, TRUE, TRUE,
 'Är kränkande eller stötande',
 'Is insulting or offensive',
 'Texten kränker någon eller innehåller något stötande. Den kan därför inte publiceras. Tanken bakom kan gå bra att föreslå: skriv vad du vill att staden ska göra, utan att angripa personer eller grupper, och skicka in ett nytt förslag.',
 'The text insults someone or contains something offensive, so it cannot be published. The idea behind it may be fine to propose: write what you want the City to do, without attacking people or groups, and send in a new proposal.'),
('refuse', 'against_law', 7, TRUE, TRUE,
 'Strider mot lagen',
 'Is against the law',
 'Det du föreslår, eller sättet det är skrivet på, strider mot lagen. Staden får därför varken genomföra eller publicera det. Vill du att en lag ska ändras vänder du dig till riksdagens ledamöter. Finns det ett sätt att nå samma mål som lagen tillåter är du välkommen med ett nytt förslag.',
 'What you propose, or the way it is written, is against the law. The City may therefore neither carry it out nor publish it. If you want a law to be changed, turn to the members of the Swedish parliament. If the same goal can be reached in a way that the law allows, you are welcome to send a new proposal.'),
('return', 'unclear', 1, FALSE, TRUE,
 'Oklart vad som föreslås',
 'Unclear what is proposed',
 'Vi förstår inte riktigt vad du vill att staden ska göra. Skriv vad som ska göras, var, och vilka det är till för. Då vet alla som läser vad de skriver under på.',
 'We do not quite understand what you want the City to do. Please write what should be done, where, and for whom. Then everyone who reads it knows what they are signing.'),
('return', 'several_matters', 2, FALSE, TRUE,
 'Flera frågor i samma förslag',
 'Several matters in one proposal',
 'Ditt förslag handlar om flera olika saker. Ett förslag får bara gälla en, så att alla skriver under på samma sak och rätt nämnd kan svara. Behåll en av dem här. De andra kan du skicka in som egna förslag.',
 'Your proposal is about several different things. A proposal may only be about one, so that everyone signs the same thing and the right committee can answer. Keep one of them here. You can send in the others as proposals of their own.'),
('remove', 'against_law', 1, TRUE, TRUE,
 'Strider mot lagen',
 'Is against the law',
 'Förslaget strider mot lagen. Därför får det inte finnas kvar på webbplatsen.',
 'The proposal is against the law. It may therefore not stay on the website.'),
('remove', 'personal_data', 2, TRUE, TRUE,
 'Innehåller personuppgifter som inte får vara offentliga',
 'Contains personal data that may not be public',
 'Förslaget innehåller uppgifter om en person som inte får visas för alla. Du kan skicka in det på nytt utan uppgifterna.',
 'The proposal contains information about a person that may not be shown to everyone. You can send it in again without that information.'),
('remove', 'offensive', 3, TRUE, TRUE,
 'Är kränkande eller stötande',
 'Is insulting or offensive',
 'Texten kränker någon eller innehåller något stötande. Därför får den inte finnas kvar på webbplatsen.',
 'The text insults someone or contains something offensive. It may therefore not stay on the website.'),
('remove', 'mistake', 4, FALSE, TRUE,
 'Publicerades av misstag',
 'Was published by mistake',
 'Vi publicerade förslaget av misstag. Det var vårt fel, inte ditt.',
 'We published the proposal by mistake. That was our error, not yours.');
