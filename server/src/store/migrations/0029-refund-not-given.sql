-- What was paid for a copy that does not come goes back under a cause of its own.
alter table fee_refund drop constraint fee_refund_cause_check;
alter table fee_refund add constraint fee_refund_cause_check
  check (cause in ('fee-fell', 'above-rule', 'withdrawn', 'waived', 'joined', 'not-given'));
