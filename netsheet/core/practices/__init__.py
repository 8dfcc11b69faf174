"""What a good networker does beyond messages: referrals followed up, people introduced, articles passed on."""
