"""Reading running text: clean copies, sentences, names, dates and offices, with offsets into the text as read."""
