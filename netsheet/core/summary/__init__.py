"""What the summary sheet shows, gathered as values (``page``); ``render/summary`` lays them out and draws."""
