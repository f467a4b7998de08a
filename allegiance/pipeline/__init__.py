"""Put the steps in order and run a corpus through them."""
