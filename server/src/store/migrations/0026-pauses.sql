-- What a law that knows pauses asks of a wait: was it asked at once on a reasonable doubt (GDPR Art. 12(6)), is the record very
-- large (recital 63)? Null where nobody had to say.
alter table wait add column asked_promptly boolean;
alter table wait add column very_large_record boolean;
