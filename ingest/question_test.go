package ingest

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"kg/graph"
	"kg/ingest/extract"
)

// pattern writes a pattern in one line.
func pattern(p graph.Pattern) string {
	out := p.Ask.String()
	if p.Negative {
		out += " not"
	}
	if p.Verb != "" {
		out += " " + p.Verb
	}
	if p.Modal {
		out += " (may)"
	}
	var slot func(s graph.Slot) string
	slot = func(s graph.Slot) string {
		text := s.Name
		if s.Wanted {
			text = "?" + strings.Join(append(append([]string{}, s.Words...), s.Head), " ")
		}
		for _, w := range s.Within {
			text += " [" + slot(w) + "]"
		}
		return strings.TrimSpace(s.Role + "=" + text)
	}
	for _, s := range p.Slots {
		out += "; " + slot(s)
	}
	for _, t := range p.Tenses {
		out += "; " + t.String()
	}
	if p.Time.Text != "" {
		out += fmt.Sprintf("; time %s %s", p.Side, p.Time.Value)
	}
	return out
}

func TestQuestion(t *testing.T) {
	p, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for question, want := range map[string]string{
		"Whom might Open Hearts sue?":                            "argument sue (may); subject=Open Hearts; object=?; future",
		"Who signed the agreement with Ukraine?":                 "argument sign; subject=?; object=agreement [with=Ukraine]; past; present",
		"Who will sign pacts with Ukraine":                       "argument sign; subject=?; object=pacts [with=Ukraine]; future",
		"Who has not signed the treaty?":                         "argument not sign; subject=?; object=treaty; past; present",
		"Which countries signed the treaty in 2014?":             "argument sign; subject=?country; object=treaty; past; present; time  2014",
		"By whom was the agreement signed?":                      "argument sign; subject=?; object=agreement; past; present",
		"Who did the police arrest?":                             "argument arrest; subject=police; object=?; past; present",
		"Where was Rosetta launched?":                            "place launch; object=Rosetta; past; present",
		"When did Joe Biden sign the agreement?":                 "time sign; subject=Joe Biden; object=agreement; past; present",
		"How many people died in the earthquake?":                "quantity die; subject=?people; in=earthquake; past; present",
		"Did Joe Biden sign the agreement?":                      "truth sign; subject=Joe Biden; object=agreement; past; present",
		"Has Russia attacked Ukraine since 2022?":                "truth attack; subject=Russia; object=Ukraine; past; present; time after 2022/..",
		"What might the Senate vote on?":                         "argument vote (may); subject=Senate; on=?; future",
		"With whom did Japan sign an agreement?":                 "argument sign; subject=Japan; object=agreement; with=?; past; present",
		"What did Anna Weiss say about the budget?":              "speech say; subject=Anna Weiss; about=budget; object=?; past; present",
		"How are Joe Biden and Ukraine related?":                 "path; =Joe Biden; =Ukraine",
		"Who is Anna Weiss?":                                     "identity be; subject=Anna Weiss; object=?",
		"Who is the chairwoman of Green Silesia?":                "argument be; subject=?; object=chairwoman of Green Silesia [of=Green Silesia]",
		"How many Kenyan athletes have failed the drug tests?":   "quantity fail; subject=?kenyan athlete; object=drug tests; past; present",
		"How many people did the storm kill?":                    "quantity kill; subject=storm; object=?people; past; present",
		"When are the shareholders to vote on it?":               "time vote; subject=shareholders; on=it; future",
		"How many Swedish firms have failed safety tests?":       "quantity fail; subject=?swedish firm; object=safety tests; past; present",
		"Who was the first to leave the mine?":                   "argument leave; subject=?; object=mine; past; present",
		"Was anyone injured when the mine burned?":               "truth injure; past; present",
		"How long does the office have to appeal?":               "time have; subject=office",
		"How high was the dam?":                                  "quantity be; subject=dam; object=?high; past; present",
		"Who is Ann Lee married to?":                             "argument marry; subject=Ann Lee; object=?",
		"What is Ann Lee's profession?":                          "identity be; subject=Ann Lee; object=?profession",
		"What does Ann Lee do for a living?":                     "identity be; subject=Ann Lee; object=?profession",
		"Who sold Lumen the site?":                               "argument sell; subject=?; object=site; =Lumen; past; present",
		"Who was found not guilty?":                              "argument acquit; object=?; past; present",
		"Who may become a candidate?":                            "argument become (may); subject=?; object=candidate; future",
		"Who won the race on a wooden bicycle?":                  "argument win; subject=?; object=race; on=wooden bicycle; past; present",
		"Why did the bank close the branch?":                     "cause close; subject=bank; object=branch; past; present",
		"What is the robot called?":                              "argument be; subject=?; object=robot",
		"Could you tell me who chairs Green Silesia?":            "argument chair; subject=?; object=Green Silesia",
		"Do we know whether Joe Biden signed the agreement?":     "truth sign; subject=Joe Biden; object=agreement; past; present",
		"In which year did Anna Weiss join the bank?":            "time join; subject=Anna Weiss; object=bank; past; present",
		"By what date must the firm pay?":                        "time pay; subject=firm",
		"Between which countries was an accord signed?":          "argument sign; subject=?country; object=accord; past; present",
		"Chief executive of Halvorsen Sea?":                      "argument be; subject=?; object=Chief executive of Halvorsen Sea [of=Halvorsen Sea]",
		"Joe Biden?":                                             "identity be; subject=Joe Biden; object=?",
		"Is Estonia going to sue Finland?":                       "truth sue; subject=Estonia; object=Finland; future",
		"Who is Chile's president going to meet?":                "argument meet; subject=Chile's president [of=Chile]; object=?; future",
		"Is the bank likely to fail?":                            "truth fail (may); subject=bank; future",
		"Which company might be the first to buy cells?":         "argument buy (may); subject=?company; object=cells; future",
		"What sum did the workers hurt in the fire receive?":     "quantity receive; subject=workers; object=?; past; present",
		"When does building work on the factory start?":          "time start; subject=building work [on=factory]",
		"Where did the pilot accused of sabotage land?":          "place land; subject=pilot; past; present",
		"What was Lumen promised by the state?":                  "argument promise; subject=state; =Lumen; object=?; past; present",
		"What should Ann Lee do, according to Bo Day?":           "argument should; object=Ann Lee; object=?; subject=Bo Day",
		"Please tell me the name of the head of the observatory": "argument be; subject=?; object=head of observatory [of=observatory]",
		"Please give me the name of the mine.":                   "identity be; subject=?; object=name of mine [of=mine]",
		"If the bank fails, who will pay?":                       "argument pay (may); subject=?; future",
		"What were the families promised by the minister?":       "argument promise; subject=minister; =families; object=?; past; present",
		"By whom was the boxer Dario Kolar suspended?":           "argument suspend; subject=?; object=Dario Kolar; past; present",
		"What is the name of the party that won the election?":   "argument win; subject=?party; object=election; past; present",
		"At what price did Ann Lee buy the site?":                "quantity buy; subject=Ann Lee; object=site; for=?; past; present",
		"Who was unwilling to testify?":                          "argument not testify; subject=?",
		"According to Ann Lee, who signed the treaty?":           "argument sign; subject=?; object=treaty; according to=Ann Lee; past; present",
		"In 2014, which countries signed the treaty?":            "argument sign; subject=?country; object=treaty; past; present; time  2014",
		"Who is going to the fair?":                              "argument go; subject=?; to=fair; future",
		"Is Ann Lee going to Brno?":                              "truth go; subject=Ann Lee; to=Brno; future",
		"When is the bank due to pay?":                           "time pay; subject=bank; future",
		"Who is Norvia's current president?":                     "argument be; subject=?; object=Norvia's president [of=Norvia]",
		"Who is against the merger?":                             "argument oppose; subject=?; object=merger",
		"Tell me about the fire":                                 "events; =fire",
	} {
		got, err := p.Question(question, time.Time{})
		if err != nil {
			t.Errorf("%s %v", question, err)
		} else if line := pattern(got); line != want {
			t.Errorf("%s\n got %s\nwant %s", question, line, want)
		}
	}
	for _, question := range []string{"", "?", "Why?"} {
		if got, err := p.Question(question, time.Time{}); !errors.Is(err, extract.ErrQuestion) {
			t.Errorf("%q: %v, %s", question, err, pattern(got))
		}
	}
}

func FuzzQuestion(f *testing.F) {
	p, err := New()
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"Who signed it?", "What did \xff say about", "who who who is was", "How many", "\n?"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) < 200 {
			p.Question(s, time.Time{}) // must not panic
		}
	})
}
