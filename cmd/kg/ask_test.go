package main

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"kg/graph"
	"kg/ingest"
	"kg/ingest/read"
	"kg/ingest/text"
	"kg/queries"
)

// TestAskGizmo runs the Gizmo that explains an answer: it gives the answers' statements, no more and no fewer.
func TestAskGizmo(t *testing.T) {
	p, err := ingest.New()
	if err != nil {
		t.Fatal(err)
	}
	s, err := graph.Memory(graph.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for doc, err := range read.Paths([]string{"../../data/articles/us-ukraine-agreement.txt", "../../data/questions/dev/lumen-trial.txt"}, read.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		r := p.Run(doc)
		if _, err := s.Put(r.Document(), r.Statements); err != nil {
			t.Fatal(err)
		}
	}
	for _, question := range []string{"Who signed agreements with Ukraine?", "Who will sign pacts with Ukraine?", "Will the Senate vote on the agreement?",
		"When did Lumen dismiss Brandt?", "Who is Ewa Lange?", "How are Donald Trump and Joe Biden related?", "What did Jake Sullivan say?"} {
		reply := ask(t, s, p, question)
		if len(reply.Answers) == 0 {
			t.Errorf("%s no answer", question)
			continue
		}
		var want, got []graph.ID
		for _, a := range reply.Answers {
			for _, st := range a.Statements {
				want = append(want, st.ID)
			}
		}
		res, err := queries.Run(context.Background(), s, reply.Script, nil, queries.Limits{})
		if err != nil {
			t.Fatalf("%s %v\n%s", question, err, reply.Script)
		}
		for _, row := range res.Rows {
			got = append(got, row["statement"].(graph.ID))
		}
		slices.Sort(want)
		slices.Sort(got)
		if want = slices.Compact(want); !slices.Equal(got, want) {
			t.Errorf("%s\n got %v\nwant %v\n%s", question, got, want, reply.Script)
		}
	}
}

// TestAskWords asks with other words than the sentence has, and for more than it says.
func TestAskWords(t *testing.T) {
	checkAnswers(t, []exchange{
		{"Anna Lee sold the bakery to Peter Holt for two million euros.", "Who bought the bakery?", "Peter Holt"},
		{"Poland has promised the company Tarn a grant.", "What did the Polish government promise Tarn?", "grant"},
		{"Chad did not join the sanctions against Norvia.", "Which country stayed out of the sanctions?", "Chad"},
		{"The minister, Paul Kip, did not attend the ceremony in Oslo.", "Who was absent from the ceremony?", "Paul Kip"},
		{"Maria Roos succeeded Paul Kip in May.", "Who took over from Paul Kip?", "Maria Roos"},
		{"Maria Roos succeeded Paul Kip in May.", "Who took Paul Kip's place?", "Maria Roos"},
		{"Peru signed the accord in 2019. Chad joined the accord in March.", "Is Chad now part of the accord?", "yes"},
		{"Paul Kip's contract with the club expires in August 2030.", "Until when does Paul Kip's contract run?", "August 2030"},
		{"The conductor Paul Kip denied that he had insulted the musicians.", "Has Paul Kip insulted any of the musicians?", "no"},
		{"Tarn Bank closed branches in Bergen. The trade union leader, Maria Roos, called a strike at Tarn Bank.", "Who leads Tarn Bank?", ""},
		{"Maria Roos, the president of Peru, will meet Paul Kip, the president of Chad, in Oslo.", "Who will the president of Peru meet?", "Paul Kip"},
		{"Poland has promised the company Tarn a grant.", "What was Tarn promised by Warsaw?", "grant"},
		{"Norway has promised the company Tarn a grant.", "What did the Polish government promise Tarn?", ""},
		{"Maria Roos, the chairwoman of Tarn, resigned in May. Paul Kip succeeded her.", "Who became chairman of Tarn after Maria Roos?", "Paul Kip"},
		{"Maria Roos accused the builder Tarn of delaying the bridge twice.", "Who said that Tarn had delayed the bridge?", "Maria Roos"},
		{"Maria Roos signed the accord for Canada. Paul Kip signed it for Peru.", "By whom was the accord signed on behalf of Canada?", "Maria Roos"},
		{"Maria Roos, an analyst, said that the bank should close two branches.", "According to Maria Roos, what should the bank do?", "close two branches"},
		{"A council suspended the boxer Paul Kip in June.", "When was the Norwegian boxer Paul Kip suspended?", "June"},
		{"The workers who were hurt in the fire received 4 million zloty.", "What sum did the workers hurt in the fire receive?", "4 million zloty"},
		{"Anna Lee sold the bakery to Peter Holt for two million euros.", "How much did Peter Holt pay for the bakery?", "two million euros"},
		{"Anna Lee sold the bakery to Peter Holt for two million euros.", "Who burned the bakery?", ""},
		{"Sixty patients fell ill and seven of them died.", "How many patients died?", "seven of them"},
		{"The volcano agency raised the alarm. The agency's director, Ratna Wibowo, spoke of danger.", "Who is the director of the volcano agency?", "Ratna Wibowo"},
		{"The club replaced Anna Lee in the team with Eva Lind.", "By whom was Anna Lee replaced?", "Eva Lind"},
		{"The club replaced Anna Lee in the team with Eva Lind.", "Who replaced Anna Lee with Eva Lind?", "club"},
		{"Ruth Kip ran for Kenya at the Olympic Games. On Sunday she won the city's marathon.", "Who won the Olympic marathon?", ""},
		{"Tarn Foods has offered 2 million euros for the company. The company makes cheese.", "How much has the airline offered?", ""},
		{"Tarn Air cancelled flights. The airline paid pilots too little. It was founded in Oslo in 1994.", "When was the airline founded?", "1994"},
		{"Police found two bracelets. They belong to a museum. Anna Lee, the director, was glad. The insurer, Tarnlys, paid 3 million euros.", "Which company insured the bracelets?", "Tarnlys"},
		{"Police found two bracelets. The director, Anna Lee, was glad.", "Which company insured the bracelets?", ""},
		{"A distributor, Tarn Films, has made an offer for the rights.", "Who wants to buy the rights?", "Tarn Films"},
		{"The council voted against selling its waterworks to Tarn Water.", "Which company wanted to buy the waterworks?", "Tarn Water"},
		{"Eva Lind was not involved in the research. Anna Lee wrote the study.", "Did Eva Lind take part in the study?", "no"},
		{"Professor Anna Lee of Tarn University found cracks.", "Where is Anna Lee a professor?", "Tarn University"},
		{"Peter Holt served as ambassador in Lima from 2009 to 2014.", "When was Peter Holt ambassador in Lima?", "from 2009 to 2014"},
		{"Peter Holt served as ambassador in Lima from 2009 to 2014.", "When was Holt ambassador in Lima?", "from 2009 to 2014"},
		{"Anna Lee warned that the council would have to close five libraries.", "How many libraries would the council have to close?", "five libraries"},
		{"The volcano agency raised the alarm. The agency's director, Ratna Wibowo, spoke of danger.", "Who is the director of the space agency?", ""},
		{"Eva Lind resigned as minister in May. Paul Kip went to school for the first time.", "Who succeeded Eva Lind?", ""},
		{"The job went to Paul Kip.", "Who was appointed?", "Paul Kip"},
		{"Police suspect the federation's president, Paul Kip, of taking bribes.", "What do the police suspect Paul Kip of?", "taking bribes"},
		{"The bank will close its branch in Lima in July.", "What will close in July?", "its branch"},
		{"The stock could collapse by 2030, Eva Lind warned.", "What could collapse by 2030?", "stock"},
		{"Eva Lind worked in a branch in Lima. She now works for the club Tarn in Oslo.", "Where does Eva Lind work now?", "Oslo"},
		{"The treaty forbids its parties to own missiles.", "What does the treaty forbid?", "own missiles"},
		{"The treaty forbids its parties to own missiles.", "What does the treaty forbid its parties to do?", "own missiles"},
		{"The treaty forbids its parties to own missiles.", "Whom does the treaty forbid to own missiles?", "parties"},
		{"Paul Kip called the fine out of all proportion.", "What did Paul Kip call the fine?", "out of all proportion"},
		{"Nobody had shown the members the accounts of Tarn Partners. In 2017 it tried to buy a club in Lima.", "What might the members buy?", ""},
		{"Peru's football federation dismissed its coach on Monday. The federation's president, Paul Kip, announced the decision.", "How are Paul Kip and Peru's football federation related?", "federation's president"},
		{"Prosecutors suspect the banker Paul Kip. His lawyer, Eva Lind, said that he had not fled.", "What did Eva Lind say about Paul Kip?", "he had not fled"},
		{"Norway signed a deal worth 410 million dollars.", "How much is the deal worth?", "worth 410 million dollars"},
		{"The newspaper Tarn reported that Eva Lind wanted to lead the Civic List. Lind denied it.", "Does Eva Lind want to lead the Civic List?", "no"},
		{"Paul Kip accused Chile of hiding missiles. Chile's minister, Eva Lind, denied that.", "Did Chile hide missiles?", "no"},
		{"Paul Kip accused Chile of hiding missiles. The minister, Eva Lind, denied that talks had failed.", "Did Chile hide missiles?", "yes"},
		{"Senator Paul Kip demanded that Eva Lind resign. The foreign minister rejected the demand.", "Did Eva Lind resign?", "no"},
		{"Tarn replaced its director, Paul Kip, in July. His successor, Eva Lind, had worked in Oslo.", "Who succeeded Paul Kip?", "Eva Lind"},
		{"The new director of the hospital, Eva Lind, apologised. Paul Kip, the former director, resigned in May.", "Who was the director of the hospital before Paul Kip?", ""},
		{"The prize for best actress went to Eva Lind. The jury did not award a prize for best actor.", "Who won the prize for best actor?", ""},
		{"The pilots protest against the merger. The union of the cabin crews has not joined the protest. The airline Tarn had made a bid and withdrew it in May.", "Who has not joined the protest against the merger?", "union of the cabin crews"},
		{"Eva Lind will stay in office until parliament elects a successor.", "Who won the election?", ""},
		{"Peru promised to stop buying soya from Chad.", "What did Peru promise to stop buying?", "soya"},
		{"The council urged Norway to send its budget by May.", "What did the council urge Norway to send?", "its budget"},
		{"Chad and Peru agreed to exchange 34 prisoners.", "How many prisoners did Chad and Peru agree to exchange?", "34 prisoners"},
		{"The growers intend to sue Tarn.", "Whom do the growers intend to sue?", "Tarn"},
		{"Peter Holt accused Chad of hiding 24 missiles.", "How many missiles did Peter Holt accuse Chad of hiding?", "24 missiles"},
		{"The Greens have not decided how they will vote.", "Who has not decided how to vote?", "Greens"},
		{"Parliament approved the pact. Eva Lind abstained.", "Did Eva Lind vote for the pact?", "no"},
		{"The president said that Eva Lind was not to blame.", "Was Eva Lind to blame?", "no"},
		{"Peter Holt left early but denied that he was offended.", "Was Peter Holt offended?", "no"},
		{"The coach, Eva Lind, called Paul Kip the best player.", "What did Eva Lind call Paul Kip?", "the best player"},
		{"A court in Lima sentenced Eva Lind to ten years in prison for espionage.", "What was Eva Lind convicted of?", "espionage"},
		{"The agency in Cologne found traces of a steroid.", "Where did the agency find traces of a steroid?", "Cologne"},
		{"Peru's federation dismissed its coach on Monday. The federation's president, Eva Lind, announced the decision.", "Who announced that Peru's federation had dismissed its coach?", "Eva Lind"},
		{"A newspaper reported that four patients had died. The health authority has not confirmed the number.", "Who has not confirmed the number of deaths?", "health authority"},
		{"The club measured the pool after the coach, Eva Lind, had complained.", "Who complained about the pool?", "Eva Lind"},
		{"The rebels signed an accord. A splinter group, the Desert Council, has not signed it. Its spokesman, Peter Holt, called the accord a sale of the desert.", "What did Peter Holt call the accord?", "a sale of the desert"},
		{"The supporters' trust will boycott the match, its chairwoman, Eva Lind, said. Lind said that nobody had asked the supporters.", "What did Eva Lind say about the supporters?", "nobody had asked the supporters"},
		{"Two engineers of Heliomed, Jonas Feld and Mirela Stan, filed the patent in 2008.", "Which engineers filed the patent?", "Jonas Feld; Mirela Stan"},
		{"The three are the goalkeeper, Peter Holt, the captain, Eva Lind, and the wing Oskar Berg of Limfjord.", "Who is the goalkeeper of Limfjord?", "Peter Holt"},
		{"Anna Lee of the supporters' association accused Lacaze of lying to the fans.", "Who accused Lacaze of lying?", "Anna Lee"},
		{"The American fund Hollis Peak bought the club. Dana Whitlock, who founded Hollis Peak, left.", "Who founded Hollis Peak?", "Dana Whitlock"},
		{"Four hospitals have postponed about 600 operations.", "How many operations have the hospitals postponed?", "about 600 operations"},
		{"Eva Lind's dispute with Peter Holt, the next governor of the bank, lasted a year.", "Who accused Eva Lind?", ""},
		{"Austria will renew the plant's cooling system.", "Which company will renew the cooling system?", ""},
		{"General Peter Holt, who commands the Home Guard, opposes the pact.", "Who commands the Home Guard?", "Peter Holt"},
		{"Eva Lind had come to the bank from the treasury in 2014.", "Where did Eva Lind work before she came to the bank?", "treasury"},
		{"Eva Lind, who resigned in May, might be charged too.", "Who might be charged besides Peter Holt?", "Eva Lind"},
		{"The health service paid the hackers. Eva Lind, who sits on the board of the insurer Nordzee, declined to comment.", "Which company insured the health service?", ""},
		{"Norin and Kolt will merge. The new company will be called Covia.", "What will the new company be called?", "Covia"},
		{"Tarn unveiled a phone. The phone is called Zeno.", "What is the phone called?", "Zeno"},
		{"Kolt met the carmaker Tarn. The new company is rich.", "What will the new company be called?", ""},
		{"A committee of parliament found that the bank had approved a loan to Tarn.", "Which newspaper revealed the loan to Tarn?", ""},
		{"Brussels opens inquiry into merger\n\nBrussels — The European Commission opened an inquiry into the merger on Monday.", "Who opened an inquiry into the merger?", "European Commission"},
		{"The foreign ministers, Anna Lee of Peru and Eva Lind of Chile, signed a treaty.", "How are Anna Lee and Peru related?", "foreign minister"},
		{"Peter Holt promised that Peru would free 86 prisoners.", "How many prisoners did Holt promise to free?", "86 prisoners"},
		{"Peter Holt said that Peru would free 86 prisoners.", "How many prisoners did Holt promise to free?", ""},
		{"Peru and Chile supplied the cameras.", "What did Peru and Chile supply?", "cameras"},
		{"The talks had almost failed in October because the Greens opposed drilling.", "Why had the talks almost failed?", "the Greens opposed drilling"},
		{"Brazil promised two hospitals, which are to arrive on Thursday.", "What is to arrive on Thursday?", "two hospitals"},
		{"The western wall might collapse, and the club could lose twelve points.", "What might collapse?", "western wall"},
		{"The Red Cross has delivered 20,000 masks but no tents.", "What has the Red Cross not delivered?", "tents"},
		{"Maria Brandt is the owner of a hotel in Trier.", "What does Maria Brandt own?", "hotel"},
		{"Josef Auer, who heads the chess club, resigned.", "Who is the head of the chess club?", "Josef Auer"},
		{"The board rejected the offer.", "Who turned down the offer?", "board"},
		{"The council opposed the road.", "Did the council support the road?", "no"},
		{"Tom Keane met Anna Lee on Monday.", "When did Anna Lee and Tom Keane meet?", "Monday"},
		{"A court found Peter Holt guilty of fraud.", "Who was convicted of fraud?", "Peter Holt"},
		{"The tower is 120 metres tall.", "How tall is the tower?", "120 metres tall"},
		{"Clashes in the port left 48 people dead.", "How many people died in the clashes?", "48 people"},
		{"Ruth Kip won the Rotterdam marathon in 2015.", "When did Ruth Kip win the Boston marathon?", ""},
		{"Her husband, the former sprinter Paul Kip, accused the club of fraud.", "Who accused the club of fraud?", "Paul Kip"},
		{"Pike, a lawyer who had governed the city since 2007, conceded defeat.", "Who governed the city?", "Pike"},
		{"Not a metre of the border had been moved.", "Was a metre of the border moved?", "no"},
		{"Brann has asked for no rent.", "Has Brann asked for rent?", "no"},
		{"Norvia and Elund met in Basel. The two countries did not exchange prisoners.", "Did Norvia and Elund exchange prisoners?", "no"},
		{"Norvia met Elund in Basel. The two companies exchanged shares with Tarn.", "Did Norvia and Oland exchange shares?", ""},
		{"The glacier at Yanar is shrinking fast. The main reason, researchers say, is warmer summers.", "Why is the glacier shrinking?", "warmer summers"},
		{"The fighting broke out in July after a patrol was ambushed near Dvor.", "What triggered the fighting?", "a patrol was ambushed near Dvor"},
		{"A truce signed in October collapsed after four days.", "How long did the truce signed in October last?", "four days"},
		{"The deal was reached after two nights of talks in Vienna between the ministers. The ministers left.", "Where did the ministers hold their talks?", "Vienna"},
		{"Parliament approved the Selna dam. The bill allows a 118-metre dam on the river.", "How high will the Selna dam be?", "118-metre"},
		{"Quanta, founded in 2003 by two graduates, Neil Abrams and Priya Raman, makes chips.", "Who founded Quanta?", "Neil Abrams; Priya Raman"},
		{"Selna and Orva agreed on a truce, said the mediator, Maeve Corcoran.", "Who mediated between Selna and Orva?", "Maeve Corcoran"},
		{"The ferry Rosa was licensed to carry 80 passengers but had 120 people on board.", "How many passengers was the Rosa allowed to carry?", "80 passengers"},
		{"The government is offering each family 35,000 euros.", "What is the government offering the families?", "35,000 euros"},
		{"The epidemic of 1998 claimed 1,200 lives.", "How many people died in the epidemic of 1998?", "1,200 people"},
		{"Among the dead in the crash is the cellist Helena Prado.", "Which musician died in the crash?", "Helena Prado"},
		{"Among the dead in the crash is the cellist Helena Prado.", "Which politician died in the crash?", ""},
		{"The group left the market eight months after it had opened a shop in Rome.", "Why did the group leave the market?", ""},
		{"Ellen Brandt is in charge of a telephone line. Police looked into the attack.", "Who is suspected of the attack?", ""},
		{"Anton Breg has led the protests since 2016 and will go to the Constitutional Court.", "Who presides over the Constitutional Court?", ""},
		{"She won the race in two hours and 20 minutes.", "When did she win the race?", ""},
		{"Tom Keane, the minister of transport, spoke first.", "What post does Tom Keane hold?", "minister of transport"},
		{"Anna Lee stepped down on Monday. Peter Holt left all decisions to his deputy.", "Who resigned?", "Anna Lee"},
		{"The ministry in Oslo did not comment on the case.", "Who did not comment on the case?", "ministry in Oslo"},
		{"The firm's service in Port Lowell, where it has 60 cars, will continue.", "In which city will the service go on?", "Port Lowell"},
		{"Rosa Conti left the town. The firm will continue its service with 60 cars.", "What does Rosa Conti run?", ""},
		{"Seixas was sent off for hitting the referee.", "Why was Seixas sent off?", "for hitting the referee"},
		{"The attackers demanded the release of their founder.", "What did the attackers demand?", "release of their founder"},
		{"The Dutch brewer Van Rijn had been interested too, but its bid of 950 million euros was too low.", "How much did Van Rijn offer?", "950 million euros"},
		{"The brewer Halden did not make an offer. The shares of Lumo fell.", "Did Halden make an offer for Lumo?", "no"},
		{"The brewer Halden did not make an offer.", "Did Halden make an offer for Lumo?", ""},
		{"The brewer Halden made an offer for Lumo. The shares of Tarn fell.", "Did Halden make an offer for Tarn?", ""},
		{"Norvia bought two planes from Tarn. Elund sells planes too.", "Did Norvia buy planes from Elund?", ""},
		{"Norvia bought two planes from Tarn and Elund.", "Did Norvia buy planes from Elund?", "yes"},
		{"Norvia lifted its sanctions on Tarn but not those on Elund.", "Did Norvia lift the sanctions on Elund?", "no"},
		{"Norvia lifted its sanctions on Tarn but not those on Elund.", "Did Norvia lift the sanctions on Tarn?", "yes"},
		{"Jan Kroll spoke for the plan.", "Who spoke against the plan?", ""},
		{"Petr Novak resigned on 2 May 2021. Eva Lind resigned on 6 May 2021. The board of Lumo approved the sale on 4 May 2021.", "Who resigned after the board approved the sale?", "Eva Lind"},
		{"Petr Novak resigned on 2 May 2021. Eva Lind resigned on 6 May 2021. The board of Lumo approved the sale on 4 May 2021.", "Who resigned before the board approved the sale?", "Petr Novak"},
		{"Petr Novak resigned. The board of Lumo met on 4 May.", "Who resigned after the board approved the sale?", ""},
		{"The musicians accuse Otto Brand of insulting players.", "What do the musicians accuse Otto Brand of?", "insulting players"},
		{"Elund has offered to free its prisoners. Rosa Quint called the offer a gesture.", "What did Rosa Quint call Elund's offer?", "a gesture"},
		{"Karel Ayal became Norvia's envoy to Elund. Ayal said that Norvia might leave the talks.", "How are Karel Ayal and Norvia related?", "Norvia's envoy"},
		{"Norvia promised each of the widows 5,000 euros.", "What did Norvia promise the widows?", "5,000 euros"},
		{"Elmar disputes the findings and may go to court.", "Who may go to court over the findings?", "Elmar"},
		{"The Rural League came to power in 2018.", "When did the Rural League come to power?", "2018"},
		{"The nurses met the union. Lucia Berro is the leader of the party.", "Who is the leader of the nurses' union?", ""},
		{"Stjepan Babic had trained Dario Kolar for nine years.", "Who trains Dario Kolar now?", ""},
		{"Stjepan Babic has trained Dario Kolar for nine years.", "Who trains Dario Kolar now?", "Stjepan Babic"},
		{"The team will move its seat from Ghent to Aarhus.", "Where will the team move its seat?", "Aarhus"},
		{"Lumen closes its plant in Ostrava. Production will move to Brno.", "Where will Lumen move its production?", "Brno"},
		{"Vesna Oblak promised 35 million euros in aid.", "How much aid did Vesna Oblak promise?", "35 million euros"},
		{"The unions signed an agreement with Borel.", "Which company bought Borel?", ""},
		{"A strike was called by the union Norlag, whose chairman, Lars Holm, spoke.", "Who leads the union Norlag?", "Lars Holm"},
		{"Lars Holm, chairman of Norlag, met Eva Lind, the head of Norlag.", "Who leads Norlag?", "Eva Lind"},
		{"A court sentenced Karl Weber to six years in prison on Friday.", "How many years did Karl Weber get?", "six years in prison"},
		{"A court sentenced Karl Weber to six years in prison on Friday.", "When was Karl Weber sentenced?", "Friday"},
		{"Most had expected the job to go to Anna Lee, but she turned down the offer for family reasons.", "Why did Anna Lee decline the job?", "family reasons"},
		{"Anna Lee turned down the offer for family reasons.", "Why did Anna Lee decline the job?", ""},
		{"The vaccine protected half of the children. The doctors criticised the price of 24 dollars a dose.", "How much does a dose of the vaccine cost?", "24 dollars"},
		{"The vaccine protected half of the children. The doctors criticised the price of 24 dollars a dose.", "How much does a bottle of the vaccine cost?", ""},
		{"The defence has 14 days to appeal.", "How long does the defence have to appeal?", "14 days"},
		{"The fire blocked a road in May; nobody was hurt.", "Was anyone injured when the fire blocked the road?", "no"},
		{"The motion is expected to fail.", "Is the motion likely to succeed?", "no"},
		{"Six planes could not fly for lack of parts.", "Why were six planes unable to fly?", "lack of parts"},
		{"The railway line along the coast remained open.", "Was the railway along the coast closed?", "no"},
		{"The harbour remained closed.", "Was the harbour closed?", "yes"},
		{"The fire began in May. A broken cable could be to blame, Elena Greco said.", "Was the fire caused by a broken cable?", "possible"},
		{"The city can revoke Norvik's licence.", "Will Norvik lose its licence?", "possible"},
		{"Norvik may withdraw its medicine.", "Will Norvik lose its medicine?", ""},
		{"Norvik was founded in 2016 and has never made a profit.", "Has Norvik ever been profitable?", "no"},
		{"Patients should see a doctor, said Ines Pinto.", "What advice did Ines Pinto give patients?", "Patients should see a doctor"},
		{"The bodies of the two dead men have not been recovered.", "Whose bodies have not been recovered?", "two dead men"},
		{"Eleven miners were brought to the surface on Monday.", "How many miners were rescued?", "Eleven miners"},
		{"Eleven miners were brought to the court on Monday.", "How many miners were rescued?", ""},
		{"Thousands fled from Selmar. More than 800 residents were evacuated from the town of Selmar.", "How many people had to leave Selmar?", "More than 800 residents"},
		{"More than 800 residents were evacuated from the town of Selmar. The mayor, Lars Holm, resigned.", "Who resigned?", "Lars Holm"},
		{"Viktor Holm moved to Canada, where his daughter works as an architect.", "What does Viktor Holm's daughter do?", "architect"},
		{"Eleven coal miners were trapped for six days. The men were working 340 metres below ground and survived on rainwater.", "How deep below ground were the miners working?", "340 metres"},
		{"Eleven coal miners were trapped for six days. They survived on rainwater.", "What did the miners live on?", "rainwater"},
		{"Eleven miners were trapped. The first to emerge was the youngest, Diego Paz, aged 19.", "Who was the first miner to come out?", "Diego Paz"},
		{"Ruth Kip ran fast. Her coach, the sprinter Paul Kip, left.", "Who is Ruth Kip married to?", ""},
		{"Ruth Kip ran fast. Her husband, the sprinter Paul Kip, left.", "Who is Ruth Kip married to?", "Paul Kip"},
		{"Ronald Pike, a Republican who had governed the town, left.", "What party does Ronald Pike belong to?", "Republican"},
		{"Norvik sells its drug Cordal in Peru.", "Who makes Cordal?", "Norvik"},
		{"Rosa Quint denied that Norvia had promised to stop drilling for gas.", "Did Norvia promise to stop drilling for gas?", "no"},
		{"Norway and Chile signed a treaty. Ida Solm signed for Norway.", "Who signed the treaty for Norway?", "Ida Solm"},
		{"Norway and Chile signed a treaty.", "Who signed the treaty for Norway?", ""},
		{"The leak killed hundreds of fish.", "Who died in the leak?", ""},
		{"The judge fined Lumen two million euros.", "How much must Lumen pay as a fine?", "two million euros"},
		{"Jan Coppens does not intend to found another club.", "Does Jan Coppens intend to found another club?", "no"},
		{"The union has called a strike for Monday.", "What did the union call for Monday?", "strike"},
		{"The firm will cut 640 jobs in Brno.", "How many jobs will the firm cut in Brno?", "640 jobs"},
		{"Karin Dahle is the prime minister of Norway.", "Who is the prime minister of Norway?", "Karin Dahle"},
		{"Dario Kolar was to fight Marcus Reed in October.", "Whom was Dario Kolar to fight?", "Marcus Reed"},
		{"A court in Brno convicted Diego Salm on Monday of polluting the river.", "What was Diego Salm convicted of?", "polluting the river"},
		{"Owen Pratt, a former manager of the gas company Northfield, resigned. Northfield sold gas to Norway.", "How are Owen Pratt and Northfield related?", "former manager of the gas company"},
		{"Owen Pratt met some families. Some families sued Lumen.", "How are Owen Pratt and Lumen related?", ""},
		{"The fund Sambre voted for the takeover.", "Did Sambre vote against the takeover?", "no"},
		{"The fund Sambre voted for the takeover.", "Did Sambre vote for the takeover?", "yes"},
		{"Three musicians refused to play.", "Did three musicians refuse to play?", "yes"},
		{"Viaferro did not repair the signal.", "Did Viaferro refuse to repair the signal?", ""},
		{"Karin Moens said that the state would not buy the shares.", "Did Karin Moens say that the state would buy the shares?", "no"},
		{"Karin Moens said that the state would not buy the shares.", "Did Karin Moens say that the bank would close?", ""},
		{"Elena Prat, vice president of sales at Lumen, resigned.", "Who leads Lumen?", ""},
		{"Elena Prat, director of sales analysis at Lumen, resigned.", "Who leads Lumen?", ""},
		{"Elena Prat, director of Lumen, resigned.", "Who leads Lumen?", "Elena Prat"},
		{"These problems have led to a programme at Lumen.", "Who heads Lumen?", ""},
		{"Some 345 pilgrims were killed in a crush in Leva.", "How many people were killed in the crush?", "Some 345 pilgrims"},
		{"The first Q400 was delivered to Brann Air today.", "Which airline received the first Q400?", "Brann Air"},
		{"The first Q400 travelled to Norway on Monday.", "Which airline received the first Q400?", ""},
		{"Lumen will sell its yard to Brann for two million euros.", "How much will Lumen get for its yard?", "two million euros"},
		{"Ann Lee has been with Halden Motors for 33 years, and is now its head.", "How long has Ann Lee worked for Halden Motors?", "33 years"},
		{"Halden Motors announced head of finance Rosa Quint as its new president.", "Whom did Halden Motors appoint as president?", "Rosa Quint"},
		{"Halden Motors announced head of finance Rosa Quint as its new president.", "Who is the new president of Halden Motors?", "Rosa Quint"},
		{"Lumen will contribute between $12 million and $20 million to the search.", "How much will Lumen contribute to the search?", "between $12 million and $20 million"},
		{"The Catholic Church is extremely critical of the law.", "Who criticises the law?", "Catholic Church"},
		{"Lumen is a shipyard in Porto. The last Lumen 717 was the 15,599th plane built in Ghent.", "How many jobs did Lumen promise?", ""},
		{"The Lumen Q400 jetliner crashed into the Baltic Sea.", "Where did the Lumen Q400 crash?", "Baltic Sea"},
		{"The football club Noorderster lost. The club's president, Anna Postma, spoke of a fine.", "How are Anna Postma and Noorderster related?", "club's president"},
		{"Curtis Hale denied that he wanted to move the club.", "Did Curtis Hale want to move the club?", "no"},
		{"Work on the new stand stopped in September.", "When did work on the new stand stop?", "September"},
		{"Lumen's finance director, Tom Oak, resigned.", "Who is the chief executive of Lumen?", ""},
		{"The pact sets up a fund of 700 million euros, of which Norway will pay 310 million.", "How much will Norway pay?", "310 million"},
		{"The club may leave its stadium, the Eempark. Some 600 fans left the Eempark in protest.", "How many fans left the stadium?", "Some 600 fans"},
		{"Port to close after row over lines. The port will close in October because its quays are sinking, its director, Irene Valcarce, said on Friday.", "When will the port close?", "October"},
		{"Port to close after row over lines. The port will close in October because its quays are sinking, its director, Irene Valcarce, said on Friday.", "Why will the port close?", "its quays are sinking"},
		{"The port was built by Lumen for 140 million euros.", "How much did the port cost?", "140 million euros"},
		{"The first Q400 landed in Porto.", "Where did the Q400 land?", "Porto"},
		{"The Q400 damaged a hangar in Porto.", "What did the Q400 damage?", "hangar in Porto"},
		{"Rosa Quint does not want to become president.", "Does Rosa Quint want to become president?", "no"},
		{"Rosa Quint may become president.", "Does Rosa Quint want to become president?", "possible"},
		{"The ministers, Ida Solm of Norway and Rosa Quint of Chile, signed the treaty.", "Who signed the treaty for Chile?", "Rosa Quint"},
		{"Chile did not sign the treaty. The minister said that it might join later. Peru withdrew from the treaty.", "Which country might join the treaty later?", "Chile"},
		{"Anna Krag signed a contract until June 2024.", "When does Anna Krag's contract end?", "June 2024"},
		{"Anna Krag signed a contract until June 2024.", "When does Peter Holt's contract end?", ""},
		{"Norway and Chile signed a treaty. The federation rejected the treaty.", "Who rejected the treaty with Norway?", "federation"},
		{"Peru and Chile signed a treaty. The federation rejected the treaty.", "Who rejected the treaty with Norway?", ""},
		{"Investor buys club. Marta Lind bought the club on Monday.", "Who bought the club?", "Marta Lind"},
		{"Norway and Chile signed a treaty on mackerel.", "Where was the treaty signed?", ""},
		{"Bolivia must ship its 120 kilograms of uranium to Peru.", "How much uranium did Peru receive?", ""},
		{"Some of the uranium never left Bolivia. Peru received only 70 kilograms.", "How much uranium did Peru receive?", "only 70 kilograms"},
		{"The club will spend the rest on a youth centre.", "What will the club spend the rest of the money on?", "youth centre"},
		{"Lumen raised its bid for Tarn to 790 million euros.", "How much did Lumen bid for Tarn?", "790 million euros"},
		{"Lumen raised its staff for Tarn to 790 people.", "How much did Lumen bid for Tarn?", ""},
		{"Prosecutors suspect that the firm Lumen paid officials of the union 3 million euros.", "How much did Lumen pay officials of the union, according to prosecutors?", "3 million euros"},
		{"Prosecutors suspect that the firm Lumen paid officials of the union 3 million euros.", "How much did Lumen pay officials of the union?", ""},
		{"Rosa Quint wrote that she was stepping down because of her health.", "Why did Rosa Quint step down?", "her health"},
		{"Nora Vale denied that the vaccine had made children ill. The authorities of Chile have refused to approve the vaccine.", "Who has refused to approve the vaccine?", "authorities of Chile"},
		{"Nora Vale rejected the vaccine.", "Who has not approved the vaccine?", "Nora Vale"},
		{"The attackers had come from across the border.", "Where did the attackers come from?", "border"},
		{"The National Road Agency fined the company Corvex. The agency's director, Rosa Quint, resigned.", "Who is the director of Corvex?", ""},
		{"The National Road Agency fined the company Corvex. The agency's director, Rosa Quint, resigned.", "Who is the director of the National Road Agency?", "Rosa Quint"},
		{"Corvex lost money. Anna Claes, who became chief executive in May, spoke.", "Who is the chief executive of Corvex?", "Anna Claes"},
		{"Corvex lost money. Anna Claes wants to become chief executive in May.", "Who is the chief executive of Corvex?", ""},
		{"The carmaker Corvex will move, chief executive Anna Claes said. The company's finance director, Tom Lund, retired.", "Who is the chief executive of Corvex?", "Anna Claes"},
		{"The Red Cross will open a camp for 500 people at the stadium on Tuesday.", "Where will the Red Cross open a camp?", "stadium"},
	})
}

// exchange is an article, a question and the names of its answers, between semicolons.
type exchange struct{ text, question, answer string }

// checkAnswers asks, for each of them, a store that holds the article alone.
func checkAnswers(t *testing.T, exchanges []exchange) {
	t.Helper()
	p, err := ingest.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range exchanges {
		s, err := graph.Memory(graph.Settings{})
		if err != nil {
			t.Fatal(err)
		}
		r := p.Run(&text.Document{ID: "a", Text: x.text})
		if _, err := s.Put(r.Document(), r.Statements); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, a := range ask(t, s, p, x.question).Answers {
			got = append(got, a.Name)
		}
		if strings.Join(got, "; ") != x.answer {
			t.Errorf("%s %s\n got %q\nwant %q", x.text, x.question, got, x.answer)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// ask asks a store for all answers to a question.
func ask(t *testing.T, s *graph.Store, p *ingest.Pipeline, question string) queries.Reply {
	t.Helper()
	pattern, err := p.Question(question, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	reply, err := queries.Ask(s, pattern, 0)
	if err != nil {
		t.Fatal(err)
	}
	return reply
}
