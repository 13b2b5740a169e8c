package ingest

import "testing"

// TestPlain holds other forms of a question to its plain form.
func TestPlain(t *testing.T) {
	for asked, want := range map[string]string{
		"Who got rid of the dam":                       "Who removed the dam",
		"Did Chad do away with the tax":                "Did Chad remove the tax",
		"Who is getting rid of the dam":                "Who is removing the dam",
		"Who has taken over from Ida Holm":             "Who has succeeded Ida Holm",
		"Who took over as mayor of Brno from Ida Holm": "Who succeeded Ida Holm as mayor of Brno",
		"Who gave its approval to the sale":            "Who approved the sale",
		"Who gave the green light for the sale":        "Who approved the sale",
		"Which country pulled out of the pact":         "Which country withdrew from the pact",
		"Which country will pull out of the pact":      "Which country will withdraw from the pact",
		"Who stayed away from the ceremony":            "Who did not attend the ceremony",
		"Who will stay away from the ceremony":         "Who will not attend the ceremony",
		"Who stayed in the coalition":                  "Who stayed in the coalition",
		"Who has yet to sign the pact":                 "Who did not sign the pact",
		"Which bill has yet to be approved":            "Which bill has not been approved",
		"Who went to see the miners":                   "Who visited the miners",
		"Who went to sea":                              "Who went to sea",
		"Which team came first in the race":            "Which team won the race",
		"Which train came first":                       "Which train came first",
		"Who got hurt in the crash":                    "Who was hurt in the crash",
		"How many people got killed in the crash":      "How many people were killed in the crash",
		"Who got the prize":                            "Who got the prize",
		"To whom was the team sold in 2012":            "Who bought the team in 2012",
		"What price did Ida Holm pay for the team":     "How much did Ida Holm pay for the team",
		"What price index did Ida Holm invent":         "What price index did Ida Holm invent",
		"Who is the man who led the raid":              "Which man led the raid",
		"Which was the company that bought the team":   "Which company bought the team",
		"Which is the company that Lumen bought":       "Which is the company that Lumen bought",
		"Who will take Ida Holm's place":               "Who will replace Ida Holm",
		"When does the race take place":                "When does the race take place",
		"What did the firm take off the market":        "What did the firm take off the market",
		"Who is at the head of the union":              "Who leads the union",
		"Who was absent from the debate":               "Who did not attend the debate",
		"Will the firm lodge an appeal":                "Will the firm appeal",
		"When did Ida Holm take office as mayor":       "When did Ida Holm become mayor",
		"Who was strongly opposed to the sale":         "Who opposed the sale",
	} {
		if got := plain(asked); got != want {
			t.Errorf("%s\n got %q\nwant %q", asked, got, want)
		}
	}
}
