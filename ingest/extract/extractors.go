package extract

// Extractors are all rules, in the order in which they run.
var Extractors = []Extractor{
	{Name: "verb", Doc: "A verb with its subject, object and prepositional arguments; passives are turned round.",
		Example: "The council approved the budget.", Want: "council · approve · budget [past]", run: verbs},
	{Name: "copula", Doc: "What something is, is like, or where.",
		Example: "The bridge is unsafe.", Want: "bridge · be · unsafe [present]", run: copulas},
	{Name: "existential", Doc: "That something is there.",
		Example: "There were three survivors.", Want: "_ · be · three survivors [past, quantity=three]", run: existentials},
	{Name: "apposition", Doc: "A noun phrase beside a name that says what it is.",
		Example: "Anna Weiss, the finance minister, resigned.", Want: "Anna Weiss · be · finance minister [present]", run: appositions},
	{Name: "title", Doc: "A title or description before a name.",
		Example: "President Maria Lopez resigned.", Want: "Maria Lopez · be · President [present]", run: titles},
	{Name: "membership", Doc: "Examples of a group: including, such as.",
		Example: "Three banks, including Barclays, closed branches.", Want: "Barclays · be one of · Three banks [present]", run: memberships},
	{Name: "gap", Doc: "A coordinated clause whose verb is left out.",
		Example: "France signed the treaty, and Germany the accord.", Want: "Germany · sign · accord [past]", run: gaps},
	{Name: "event", Doc: "A noun of action with who acts and on what.",
		Example: "The company's purchase of the rival surprised investors.", Want: "company · buy · rival [past]", run: events},
	{Name: "age", Doc: "How old somebody is, from a number beside the name.",
		Example: "Peter Novak, 54, was arrested.", Want: "Peter Novak · be · 54 [present, quantity=54]", run: ages},
	{Name: "origin", Doc: "Where people come from.",
		Example: "Refugees from Syria waited at the border.", Want: "Refugees · be from · Syria [present]", run: origins},
	{Name: "verdict", Doc: "What somebody calls a thing.",
		Example: "Critics described the sale as a mistake.", Want: "sale · be · mistake [present, by=Critics]", run: verdicts},
	{Name: "naming", Doc: "What a named thing is, from \"called\" and the like.",
		Example: "They live in a village called Ostrov.", Want: "Ostrov · be · village [present]", run: namings},
}
