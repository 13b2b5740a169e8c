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
		{"The union of the nurses dismissed Ida Holm. She has demanded an apology.", "Who wants the union to apologise?", "Ida Holm"},
		{"The union of the nurses dismissed Ida Holm. She has demanded a pension.", "Who wants the union to apologise?", ""},
		{"France's parliament adopted the bill on Monday.", "When was the bill adopted by the French parliament?", "Monday"},
		{"France's parliament adopted the bill on Monday.", "When was the bill adopted by the Spanish parliament?", ""},
		{"Swiss President Rosa Quint met the king on Monday. The French president, Luc Maret, did not come.", "Who did the Swiss president meet?", "king"},
		{"Swiss President Rosa Quint met the king on Monday. The French president, Luc Maret, did not come.", "Who did the French president meet?", ""},
		{"It is no treaty, and the Senate will not vote on the agreement.", "Will there be a Senate vote on the agreement?", "no"},
		{"Mayor Tom Lund visited the miners in hospital.", "Who went to see the miners?", "Tom Lund"},
		{"The Greens won the election in May.", "Which party came first in the election?", "Greens"},
		{"The Greens lost the election in May.", "Which party came first in the election?", ""},
		{"Norvia has not signed the pact.", "Who has yet to sign the pact?", "Norvia"},
		{"The ferry company Tarn Line carried four million passengers in 2019.", "How many people travelled with Tarn Line?", "four million passengers"},
		{"The city has spent 41 million euros on plans.", "What did the plans cost the city?", "41 million euros"},
		{"The council signed an agreement with the brewery on Friday.", "With whom did the brewery reach an agreement?", "council"},
		{"Ida Holm denied that the firm had asked for tax relief.", "Did the firm request tax breaks?", "no"},
		{"The Fair Trade Office opened an inquiry into the merger.", "Which authority launched an investigation into the merger?", "Fair Trade Office"},
		{"Ida Holm resigned as president of the Rowing Union on Monday. Tom Lund resigned on Friday.", "Who quit as head of the Rowing Union?", "Ida Holm"},
		{"The trial of Ida Holm may begin in spring.", "When might Ida Holm go on trial?", "spring"},
		{"The council suspended Ida Holm on Monday.", "Who imposed a suspension on Ida Holm?", "council"},
		{"Ida Holm denied that she had used steroids.", "Did Ida Holm take steroids?", "no"},
		{"Nobody has been arrested.", "Have any arrests been made?", "no"},
		{"The Greens won 22 seats.", "How many seats went to the Greens?", "22 seats"},
		{"Norway and Peru signed an agreement in Lima.", "With which country did Norway reach an agreement in Lima?", "Peru"},
		{"The new stand cost 23 million pounds.", "How much was spent on the new stand?", "23 million pounds"},
		{"Ida Holm drove the train.", "Who was at the controls of the train?", "Ida Holm"},
		{"The club won promotion under Ida Holm.", "Was the club promoted under Ida Holm?", "yes"},
		{"The withdrawal will take effect in January 2026.", "When will the withdrawal come into force?", "January 2026"},
		{"Canada will not ask for the money back.", "Is Canada going to claim the money back?", "no"},
		{"Peru imposed tariffs on Chile in May 2021.", "When was Chile hit with tariffs by Peru?", "May 2021"},
		{"Peru imposed tariffs on Chile in May 2021.", "When was Peru hit with tariffs by Chile?", ""},
		{"The police did not rule out arson.", "Which possibility did the police leave open?", "arson"},
		{"Tarn Air has not apologised to the passengers.", "Have the passengers received an apology from Tarn Air?", "no"},
		{"The airline Tarn Air carries 4,000 passengers a day.", "How many people fly with Tarn Air every day?", "4,000 passengers a day"},
		{"About 30 tonnes of oil leaked into the lake on Monday.", "How many tonnes of oil got into the lake?", "About 30 tonnes of oil"},
		{"Tarn Air denied that it had waited two days before it warned the passengers.", "Did it take Tarn Air two days to warn the passengers?", "no"},
		{"Ida Holm denied that the city would buy the other half of the field.", "Will the city buy the rest of the field?", "no"},
		{"Peru has not ratified the pact.", "Which signatory has yet to ratify the pact?", "Peru"},
	} {
		checkAnswers(t, p, x.text, x.question, x.answer)
	}
}
