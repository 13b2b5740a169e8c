package main

import (
	"testing"

	"kg/ingest"
)

// TestAskNouns asks with a noun for what the text says with a verb.
func TestAskNouns(t *testing.T) {
	p, err := ingest.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ text, question, answer string }{
		{"\"The bridge will hold for a century,\" said the engineer, Anna Krag.", "What was Anna Krag's comment on the bridge?", "The bridge will hold for a century"},
		{"\"The bridge will hold for a century,\" said the engineer, Anna Krag.", "What was Anna Krag's comment on the ferry?", ""},
		{"The fishermen's federation called the quota a bad joke.", "What was the fishermen's federation's reaction to the quota?", "a bad joke"},
		{"The fishermen's federation called the quota a bad joke.", "How did the fishermen's federation react to the quota?", "a bad joke"},
		{"The port of Selmar rejected the offer.", "How did the port of Selmar react to the offer?", "rejected the offer"},
		{"The port of Selmar rejected the offer.", "How did the port of Selmar react to the strike?", ""},
		{"Tom Oak said that water could run out within a week. He praised the army.", "What was Tom Oak's warning?", "water could run out within a week"},
		{"Rosa Quint accused the company Lumo of ignoring two warnings.", "What accusation did Rosa Quint make against Lumo?", "ignoring two warnings"},
		{"Rosa Quint accused the company Lumo of ignoring two warnings.", "What are the accusations against Lumo?", "ignoring two warnings"},
		{"Rosa Quint accused the company Lumo of ignoring two warnings.", "What are the accusations against the union?", ""},
		{"The Shipping Union demanded higher pensions.", "What was the demand of the Shipping Union?", "higher pensions"},
		{"Norvia promised each of the widows 5,000 euros.", "What promise did Norvia make to the widows?", "5,000 euros"},
		{"Rosa Quint resigned because of a letter.", "What was Rosa Quint's reason for resigning?", "a letter"},
		{"Rosa Quint resigned because of a letter.", "What reason did Rosa Quint give for her resignation?", "a letter"},
		{"A worn cable had probably started the fire in the theatre.", "What was the likely cause of the fire?", "worn cable"},
		{"The bridge will be 840 metres long and will cost about 90 million euros.", "What is the planned length of the bridge?", "840 metres long"},
		{"The bridge will be 840 metres long and will cost about 90 million euros.", "What is the expected cost of the bridge?", "about 90 million euros"},
		{"The bridge will be 840 metres long and will cost about 90 million euros.", "What is the height of the bridge?", ""},
		{"The bridge will be 840 metres long and will cost about 90 million euros.", "How high is the bridge?", ""},
		{"Tarn Foods raised its bid for Lumo to 79 million euros.", "How high was Tarn Foods' bid for Lumo?", "79 million euros"},
		{"Lumo employs 2,300 people and sold 41,000 tonnes of cheese.", "What is the number of employees at Lumo?", "2,300 people"},
		{"A fire in Selmar killed eleven people and injured 40.", "What was the death toll of the fire in Selmar?", "eleven people"},
		{"The satellite Orla was launched in May 2011 from the island of Tarn.", "What was the launch site of Orla?", "island of Tarn"},
		{"The satellite Orla was launched in May 2011 from the island of Tarn.", "What was the launch date of Orla?", "May 2011"},
		{"Tarn must make a formal offer by 14 November.", "What is the deadline for Tarn's formal offer?", "by 14 November"},
		{"Peru, Chile and Norway signed a pact on glass.", "Which states are the signatories of the pact?", "Peru; Norway; Chile"},
		{"Anna Krag sold the villa to Tom Oak in March.", "Who was the buyer of the villa?", "Tom Oak"},
		{"Anna Krag left Lumen for Tarn in 2015.", "Who was Anna Krag's employer before Tarn?", "Lumen"},
		{"The owner of the yard, Tom Oak, was in Doha. Tom Oak was arrested in Nice in May.", "When was the owner of the yard arrested?", "May"},
		{"The owner of the yard, Tom Oak, was in Doha. Anna Krag was arrested in Nice in May.", "When was the owner of the yard arrested?", ""},
		{"Anna Krag, who heads the zoo in Selmar, spoke. \"The lion does not eat visitors,\" she said.", "What did the head of the Selmar zoo say about the lion?", "The lion does not eat visitors"},
		{"Chilean president Anna Krag met Peruvian president Tom Oak in Selmar.", "Who is the president of Chile?", "Anna Krag"},
		{"The Greens complained that the pact does not cover forests.", "According to the Greens, what is left out of the pact?", "forests"},
		{"The pact covers forests.", "What is left out of the pact?", ""},
		{"The trawler Orla left for Iceland on Monday.", "What is the destination of the Orla?", "Iceland"},
		{"Henrik Dahl is a geologist at the University of Tarn.", "Who is Henrik Dahl's employer?", "University of Tarn"},
		{"A worn valve may have caused the leak in Selmar.", "What was the possible cause of the leak?", "worn valve"},
		{"A worn valve may have caused the leak in Selmar.", "What was the cause of the leak?", ""},
		{"Eva Lind called the accord a tax on farmers. Eva Lind said that Norway would leave the accord.", "What is Eva Lind's view of the accord?", "a tax on farmers"},
		{"The fund will be based in Selmar, and Lumo will pay 30 million dollars a year into the fund.", "What is the location of the fund?", "Selmar"},
		{"Tom Oak earned two million pounds in Selmar.", "What were Tom Oak's earnings in Selmar?", "two million pounds"},
		{"The lease of the theatre expires in 2031.", "What is the expiry date of the lease?", "2031"},
		{"Tom Oak spoke. His lawyer, Eva Lind, left.", "What is the name of Tom Oak's lawyer?", "Eva Lind"},
	} {
		checkAnswers(t, p, x.text, x.question, x.answer)
	}
}
