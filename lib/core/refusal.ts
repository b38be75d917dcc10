/**
 * Every expected "no" of the registry: a plain fact in the field's words, translated once
 * (messages `refusals.<code>`). Thrown, so that a transaction rolls back and no caller can forget it.
 */
export class Refusal extends Error {
  /** What a desk page that let it through can still say: messages do not reach the browser, digests do. */
  readonly digest: string;

  constructor(
    readonly code: RefusalCode,
    /** Values for the translated sentence; never a name, a code or a person's words. */
    readonly values: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = "Refusal";
    this.digest = `refusal:${code}`;
  }
}

/** Grows with the product; a test checks that each has its sentence in every language. */
export type RefusalCode =
  | "not_permitted"
  | "not_signed_in"
  | "sign_in_failed"
  | "second_factor_missing"
  | "not_found"
  | "same_person"
  | "registrar_cannot_review"
  | "coordinator_needed"
  | "already_decided"
  | "already_confirmed"
  | "already_signed"
  | "changed_meanwhile"
  | "taken_meanwhile"
  | "moment_passed"
  | "one_origin_only"
  | "no_source_outside_family"
  | "findings_missing"
  | "identity_not_established"
  | "facts_out_of_order"
  | "held_after_release"
  | "nothing_after_death"
  | "episode_still_open"
  | "bounds_reversed"
  | "house_arrest_open"
  | "retraction_open"
  | "not_in_custody"
  | "release_waiting"
  | "release_in_future"
  | "night_all_left_out"
  | "ticked_and_refused"
  | "looks_like"
  | "measures_open"
  | "naming_not_permitted"
  | "minor_never_named"
  | "filing_not_permitted"
  | "filing_refused"
  | "filing_ask_again"
  | "filing_guardian_needed"
  | "filing_coordinator_needed"
  | "kin_not_told"
  | "reception_closed"
  | "code_unknown"
  | "draft_expired"
  | "report_incomplete"
  | "too_many_tries"
  | "too_many_opened"
  | "step_up_needed"
  | "invitation_refused"
  | "administrator_needed"
  | "not_on_oneself"
  | "last_of_role"
  | "heir_needed"
  | "recovery_file_wrong"
  | "second_staff_needed"
  | "vault_closed"
  | "vault_missing"
  | "vault_exists"
  | "username_taken"
  | "file_exists"
  | "file_not_writable"
  | "second_person_needed"
  | "balance_too_soon"
  | "balance_gate"
  | "balance_in_future"
  | "coverage_missing"
  | "too_few_changes"
  | "file_invalid"
  | "already_opened"
  | "standing_needed"
  | "standing_unchecked"
  | "giver_may_not"
  | "import_incomplete"
  | "import_discarded"
  | "import_too_large"
  | "deprivation_not_established"
  | "exclusion_applies"
  | "not_verified"
  | "already_named"
  | "not_named"
  | "window_reversed"
  | "series_too_long"
  | "reason_missing"
  | "server_busy";
