-- ── What a fact may say ─────────────────────────────────────────────────────
-- Medical care denied stands among the denials.
ALTER TABLE registry.facts DROP CONSTRAINT facts_state_of_track;
ALTER TABLE registry.facts
  ADD CONSTRAINT facts_state_of_track CHECK (CASE track
    WHEN 'custody' THEN state IN ('apprehended','whereabouts_concealed','located_incommunicado','located_contact','hospital_custody',
      'house_arrest','release_ordered_not_executed','released_with_measures','released_full','released_unspecified',
      'released_expelled','expelled_deported','left_without_release','died_in_custody')
    WHEN 'vetting' THEN state IN ('pending_evaluation','verified_political','arbitrary_not_political','not_confirmed','out_of_scope','merged_duplicate')
    WHEN 'process' THEN state IN ('presented','preventive_detention_ordered','charged','accused','trial','convicted','conviction_annulled',
      'acquitted','dismissed','sentence_served','amnestied','amnesty_denied','pardoned')
    WHEN 'measure' THEN state ~ '^VE(242\.[1-9]|-[A-Z]{2,6})$'
    WHEN 'remedy' THEN state IN ('habeas_corpus','complaint','visit_denied','information_denied','medical_denied','visit')
    END);
