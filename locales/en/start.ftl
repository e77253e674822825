### The start page

start-title = Proposals to the City of Gothenburg
start-heading = Propose, sign and see what the city answers
start-lead = Anyone can make a proposal to the City of Gothenburg. With enough signatures, a committee or company has to answer.
start-see-collecting = See what is collecting signatures
start-figures-title = The proposals in figures
start-figure-proposals = proposals since 2017
start-figure-reached = have reached 200 signatures
start-figure-signatures = signatures
start-figures-source = The figures come from the city's open data. See the statistics
start-closing-title = Closing soon
start-closing-all = All that are collecting signatures
start-decided-title = Decided lately
start-decided-all = All decided proposals
start-done-title = It happened
start-how-title = How it works
start-how-more = Read more about how it works
start-areas-title = Near you
start-areas-text = See proposals with a place in your part of the city.
