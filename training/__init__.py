"""Labels, and how the weights of the second reader are made from them (`make train`); nothing here is installed."""
