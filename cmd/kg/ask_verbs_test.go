package main

import (
	"testing"

	"kg/ingest"
)

// TestAskVerbs asks with another verb than the article has, or with a verb and a noun.
func TestAskVerbs(t *testing.T) {
	p, err := ingest.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ text, question, answer string }{
		{"Norvia has not been invited to the talks.", "Which country got no invitation to the talks?", "Norvia"},
		{"Norvia has been invited to the talks.", "Which country got no invitation to the talks?", ""},
		{"Peru may join the pact next year.", "Which country may become a member of the pact?", "Peru"},
		{"Elund never joined the pact.", "Did Elund become part of the pact?", "no"},
		{"The new brewery in Brno will employ 300 people.", "How many jobs will the brewery in Brno create?", "300 people"},
		{"The new brewery in Brno will sell 300 beers.", "How many jobs will the brewery in Brno create?", ""},
		{"Peru did not sign the declaration.", "Which country did not put its name to the declaration?", "Peru"},
		{"Norvia will leave the pact, President Ida Holm announced on Monday.", "Who announced Norvia's withdrawal from the pact?", "Ida Holm"},
		{"Norvia will leave the pact, President Ida Holm announced on Monday.", "Who announced Elund's withdrawal from the pact?", ""},
		{"Tarn Foods will build a bakery in Brno, its director, Ida Holm, announced.", "Who made the announcement about the bakery?", "Ida Holm"},
		{"The sale was a mistake. The council does not have to approve it.", "Is the approval of the council needed for the sale?", "no"},
		{"Norvia has refused to join the pact. Elund has not joined it.", "Which country refused to join the pact?", "Norvia"},
		{"Elund has not joined the pact.", "Which country refused to join the pact?", ""},
		{"Prosecutors have not charged Ida Holm over the fire.", "Against whom have no charges been brought over the fire?", "Ida Holm"},
		{"Ida Holm voted for the merger. Tom Lund voted against it.", "Did Ida Holm support the merger?", "yes"},
		{"Ida Holm voted for the merger. Tom Lund voted against it.", "Did Tom Lund support the merger?", "no"},
		{"Parliament rejected the bill on Friday.", "Who voted down the bill?", "Parliament"},
		{"Ida Holm ran the company until 2016.", "Who currently runs the company?", ""},
		{"Ida Holm does not want to become chairwoman of the club.", "Does Ida Holm wish to be chairwoman of the club?", "no"},
		{"Officials told 300 people to stay indoors. They ordered 1,200 people to leave their homes.", "How many people were told to leave their homes?", "1,200 people"},
		{"Ida Holm denied that she had taken any money.", "Has Ida Holm accepted any money?", "no"},
		{"The airline Tarn Air has not left the alliance.", "Which airline has stayed in the alliance?", "Tarn Air"},
		{"The airline Tarn Air has left the alliance.", "Which airline has stayed in the alliance?", ""},
	} {
		checkAnswers(t, p, x.text, x.question, x.answer)
	}
}
