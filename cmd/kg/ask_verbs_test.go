package main

import (
	"io"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"kg/graph"
	"kg/ingest"
	"kg/queries"
)

// TestAskVerbs asks with another verb than the article has, or with a verb and a noun.
func TestAskVerbs(t *testing.T) {
	checkAnswers(t, []exchange{
		{"The mill in Norvia was built by Henko, which has also lent Peru 12 million dollars.", "Who lent Norvia 12 million dollars?", ""},
		{"The mill in Norvia was built by Henko, which has also lent Peru 12 million dollars.", "Who lent Peru 12 million dollars?", "Henko"},
		{"Tarn Foods sells fish. The strike cost the economy 70 million euros.", "How much did the strike cost Tarn Foods?", ""},
		{"Helicopters rescued all 21 sailors.", "How many helicopters rescued the sailors?", ""},
		{"Otto Berg joined Tarn Foods from Sela Trust in 2015.", "When did Otto Berg join Sela Trust?", ""},
		{"Otto Berg joined Tarn Foods from Sela Trust in 2015.", "When did Otto Berg join Tarn Foods?", "2015"},
		{"Elections in Norvia are to be held in May.", "When were the elections in Norvia held?", ""},
		{"The mill is to be built near Selmar.", "Where is the mill to be built?", "Selmar"},
		{"Elections in Norvia are to be held in May.", "When will the elections in Norvia be held?", "May"},
		{"Tarn Foods sent nobody. A judge, Adrian Mohl, presided over the talks.", "Who presided over Tarn Foods?", ""},
		{"Tarn Foods sent nobody. A judge, Adrian Mohl, presided over the talks.", "Who presided over the talks?", "Adrian Mohl"},
		{"The ferry company Sea Line opposes the tunnel.", "Who opposes the ferry company?", ""},
		{"The ferry company Sea Line opposes the tunnel.", "Who opposes the tunnel?", "Sea Line"},
		{"Ana Ruiz, a surgeon, met Otto Berg.", "What post did Ana Ruiz offer Otto Berg?", ""},
		{"Ida Holm was the mediator between Peru and Chad.", "Who acted as mediator?", "Ida Holm"},
		{"The road has been closed since July.", "Since when has the road been shut?", "since July"},
		{"Tom Lund has lived in Brno since 2014.", "Since when has Tom Lund been living in Brno?", "since 2014"},
		{"Ida Holm has led the museum since 2009.", "When did Ida Holm take charge of the museum?", "since 2009"},
		{"Ida Holm led the museum in 2009.", "When did Ida Holm take charge of the museum?", ""},
		{"The brewery Tarn Foods was founded in 1974.", "From what year does Tarn Foods date?", "1974"},
		{"Rescuers drilled a hole 66 centimetres wide.", "How wide was the hole?", "66 centimetres"},
		{"The bridge is to be built in May. Its total cost is put at 80 million euros.", "What is the bridge expected to cost?", "80 million euros"},
		{"The ferry Orla was licensed to carry 80 passengers.", "How many people did the Orla carry?", ""},
		{"Tom Lund, 58, was a postman until he was 30.", "What is Tom Lund's age?", "58"},
		{"Ida Holm rejected the offer as an insult. Ida Holm announced that the villagers would refuse the offer.", "What did Ida Holm think of the offer?", "an insult"},
		{"Tom Lund said that he had turned down the offer for family reasons.", "What was Tom Lund's reason for turning down the offer?", "family reasons"},
		{"The glacier is shrinking. The main reason is rising temperatures.", "What was the reason for shelving the plans?", ""},
		{"Tom Lund took the prize for best actor.", "Who took the best actress award?", ""},
		{"The party's leader, Tom Lund, spoke. His party did not vote for the budget.", "Which party did not vote for the budget?", ""},
		{"The camps shelter 4,000 people.", "How many people have found shelter in the camps?", "4,000 people"},
		{"The ferry sank and 31 people died.", "How many fatalities were there?", "31 people"},
		{"The rocket carried a satellite.", "What was on board the rocket?", "satellite"},
		{"The nurses signed a letter demanding that Tom Lund be allowed to travel.", "Is Tom Lund free to travel?", ""},
		{"Tom Lund fears a strike.", "What is Tom Lund worried about?", "strike"},
		{"The council must approve the sale.", "Whose consent does the sale need?", "council"},
		{"The council must approve the sale.", "Whose consent does the merger of the banks need?", ""},
		{"A court sentenced Tom Lund to six years in prison.", "What jail term did Tom Lund receive?", "six years in prison"},
		{"The harbour tower of Brno was built in 1962.", "From what year does the harbour tower date?", "1962"},
		{"Ida Holm named Tom Lund as foreign minister.", "Who was picked by Ida Holm to be foreign minister?", "Tom Lund"},
		{"Ida Holm named Tom Lund as foreign minister.", "Who was made foreign minister?", "Tom Lund"},
		{"The shares of the brewery Tarn fell by 11 percent.", "How steep was the drop in Tarn's share price?", "11 percent"},
		{"The Greens hold 38 of the 100 seats in parliament.", "How many lawmakers belong to the Greens?", "38 of 100 seats"},
		{"Ida Holm was jailed. Tom Lund remains at liberty.", "Is Tom Lund behind bars?", "no"},
		{"Ida Holm was jailed. Tom Lund remains at liberty.", "Is Ida Holm behind bars?", "yes"},
		{"Eleven people were detained in Brno.", "How many arrests did the police make in Brno?", "Eleven people"},
		{"Ida Holm, the prime minister of Peru, left.", "Who heads Peru's government?", "Ida Holm"},
		{"Ida Holm, the prime minister of Peru, left.", "Who heads Chad's government?", ""},
		{"The brewery Tarn opened in May. Its profit rose by 31 percent to 210 million dollars.", "How much profit did Tarn make?", "210 million dollars"},
		{"The rocket exploded 90 seconds after lift-off on Monday.", "What made the rocket explode?", ""},
		{"The rocket exploded because a valve leaked.", "What made the rocket explode?", "a valve leaked"},
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
		{"Ida Holm opposes the pact.", "Who is against the pact?", "Ida Holm"},
		{"Ida Holm supports the pact.", "Who is against the pact?", ""},
		{"Ida Holm will travel to Brno on Monday.", "Who is going to Brno on Monday?", "Ida Holm"},
		{"Ida Holm will travel to Brno on Monday.", "Who is due to go to Brno on Monday?", "Ida Holm"},
		{"Ida Holm travelled to Brno on Monday.", "Who is due to go to Brno on Tuesday?", ""},
		{"The fund will have its seat in Brno.", "Where will the fund be based?", "Brno"},
		{"A fallen oak blocked the road to Brno.", "What was the road to Brno blocked by?", "fallen oak"},
		{"The geologist Tom Lund warned of floods.", "What did the geologist warn people about?", "floods"},
		{"Peru sent twelve divers with lamps.", "From which country did the divers come?", "Peru"},
		{"Peru lost twelve divers.", "From which country did the divers come?", ""},
		{"Ida Holm, who became minister in May, spoke.", "Since when has Ida Holm been minister?", "May"},
		{"The firm Tarn Foods has not apologised to the widows.", "Have the widows received an apology from Tarn Foods?", "no"},
		{"The firm Tarn Foods did not pay the widows.", "Did the widows receive money from Tarn Foods?", "no"},
		{"The rebels will hand over their tanks.", "What are the rebels to hand over?", "their tanks"},
		{"Ida Holm resigned on Monday. The king appointed Tom Lund in her place.", "Who replaced Ida Holm?", "Tom Lund"},
		{"Ida Holm closed the airport. Bosnia took part in the talks but did not sign the pact.", "Who succeeded Ida Holm?", ""},
		{"Peru did not sign the pact.", "Was Peru among the signatories of the pact?", "no"},
		{"Tarn Foods applied for a licence in May.", "When was Tarn Foods' application submitted?", "May"},
		{"Tom Lund negotiated the sale of the brewery.", "Who handled the negotiations on the sale of the brewery?", "Tom Lund"},
		{"Tarn Foods published the figures in May.", "Have the figures been made public by Tarn Foods?", "yes"},
		{"Tarn Foods did not publish the figures.", "Did Tarn Foods make the figures public?", "no"},
		{"Ida Holm died of cancer.", "What was the cause of Ida Holm's death?", "cancer"},
		{"The prosecutor demanded six years for Ida Holm.", "What sentence did the prosecutor ask for?", "six years"},
		{"The court acquitted Ida Holm of fraud.", "What charge was Ida Holm cleared of?", "fraud"},
		{"Ida Holm was released from prison in May.", "When did Ida Holm get out of prison?", "May"},
		{"Tarn Foods went bankrupt in May.", "When did Tarn Foods become insolvent?", "May"},
		{"Ida Holm is the chief executive of Tarn Foods.", "Who is Tarn Foods' current CEO?", "Ida Holm"},
		{"The trial, in which 300 men took part, lasted a year.", "What was the number of participants in the trial?", "300 men"},
		{"A Danish crew did not take part in the race.", "Which crew was not part of the race?", "Danish crew"},
		{"Ida Holm drafted the pact. \"The pact is a joke,\" Tom Lund said.", "Who was the author of the pact?", "Ida Holm"},
		{"Ida Holm is the director of Tarn Foods. She succeeded Tom Lund.", "Who was director of Tarn Foods before Ida Holm?", "Tom Lund"},
		{"Peru's coast guard stopped the trawler Orla.", "Which trawler was stopped by the Peruvian coast guard?", "Orla"},
		{"Peru's coast guard stopped the trawler Orla.", "Which trawler was stopped by the Chilean coast guard?", ""},
		{"The storm hit Brno on Monday. The bridge was not damaged.", "Did the storm damage the bridge?", "no"},
		{"The union may go to the court.", "Who may turn to the court?", "union"},
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
		{"The United States has not ratified the pact.", "Which signatory has yet to ratify the pact?", "United States"},
		{"The Red Cross brought food to the miners.", "Who supplied the miners with food?", "Red Cross"},
		{"The Red Cross supplied the miners with food.", "Who brought food to the miners?", "Red Cross"},
		{"The Red Cross brought food to the miners.", "Who supplied the miners with helmets?", ""},
		{"A bus ran into a parked bus near Brno on Monday.", "When did the two buses collide near Brno?", "Monday"},
		{"A bus ran into a bridge near Brno on Monday.", "When did the two buses collide near Brno?", ""},
		{"Norvia will leave the pact. Elund might follow Norvia.", "Who could leave the pact after Norvia?", "Elund"},
		{"The court will hear Ida Holm in Lima on 4 May.", "When is Ida Holm's hearing before the court?", "4 May"},
		{"Ida Holm earned 2 million pounds in Brno.", "What did Ida Holm earn from the fight in Brno?", "2 million pounds"},
		{"Ida Holm earned 2 million pounds in Brno.", "What did Ida Holm earn from the fight in Lima?", ""},
		{"Tom Lund, who had trained Ida Holm for nine years, left her in May.", "Who is Ida Holm's current trainer?", ""},
		{"Tom Lund trains Ida Holm.", "Who is Ida Holm's current trainer?", "Tom Lund"},
		{"The brewer Tarn Beer could buy the bakery in Brno. Sun Foods bought the bakery in Lima.", "Who is a possible buyer of the bakery in Brno?", "Tarn Beer"},
		{"A bus ran into a parked bus near Brno on Monday.", "When did the two lorries collide near Brno?", ""},
	})
}

// FuzzAsk holds that no question stops kg, whatever it is made of, and that asked again it gets the same answer.
func FuzzAsk(f *testing.F) {
	p, err := ingest.New()
	if err != nil {
		f.Fatal(err)
	}
	db := filepath.Join(f.TempDir(), "kg.db")
	if status := run([]string{"kg", "ingest", "--db", db, "../../data/articles"}, nil, io.Discard, io.Discard); status != 0 {
		f.Fatal("kg ingest failed")
	}
	s, err := graph.OpenToRead(db)
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { s.Close() })
	words := strings.Fields("who whom which what when where how many much did does is was will might not has been the a an any other some its his of in on to for with by after before " +
		"president countries agreement pact Ukraine Biden Zelenskyy Japan 15 2024 sign signed said promise cost name head leader part new current first all both one 's , according")
	r := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		var q []string
		for range 3 + r.IntN(9) {
			q = append(q, words[r.IntN(len(words))])
		}
		f.Add(strings.Join(q, " ") + "?")
	}
	for _, q := range []string{"What is the name of the one other?", "What was the size of the aid of Japan?", "What is the number of deaths in Ukraine?", "What was the demand of Zelenskyy to Biden?"} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, question string) {
		if len(question) > 200 {
			return
		}
		if pattern, err := p.Question(question, time.Time{}); err == nil {
			first, err := queries.Ask(s, pattern, 3)
			again, err2 := queries.Ask(s, pattern, 3)
			if err != nil || err2 != nil || !reflect.DeepEqual(first, again) {
				t.Errorf("%q: %v, again %v (%v, %v)", question, first.Answers, again.Answers, err, err2)
			}
		}
	})
}
