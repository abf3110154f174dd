"""The codebook editor: what of a codebook is looked at, changed, tried out and put in force."""
