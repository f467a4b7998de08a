"""The second reader of claims: every two mentions of a sentence, weighed by the encoder, and the judge of both readers."""
