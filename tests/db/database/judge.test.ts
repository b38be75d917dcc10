import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { asDeskTraced, asOwner, asRole } from "../../support/owner";

const person = newId();
const dossier = newId();
const fact = newId();

const interval = (known: string, during: string) =>
  asOwner(
    `INSERT INTO registry.custody_intervals (id, person_id, episode, known, during, state, held, counted, verified, permitted,
       house_arrest, release_ordered, whereabouts_unknown, whereabouts, sentence_served, amnestied, convicted, sex, civil_military,
       age_group, nationality, state_of_detention, state_held, sectors, restricted, merged)
     VALUES ($1, $2, 1, $3, $4, 'apprehended', true, true, true, true, false, false, false, 'known', false, false, 'unknown', 'man',
       'civilian', 'adult', 'national', 'VE-K', 'VE-K', '{}', false, false)`,
    [newId(), person, known, during],
  );

beforeAll(async () => {
  await asOwner("INSERT INTO registry.people (id, created_at) VALUES ($1, now())", [person]);
  await asOwner(
    "INSERT INTO registry.cases (id, person_id, reference, opened_by, opened_at) VALUES ($1, $2, '7K3Q-9F', 'ines', now())",
    [dossier, person],
  );
  await asOwner(
    `INSERT INTO registry.facts (id, case_id, track, state, episode, position, earliest, earliest_by_day, latest, latest_by_day,
       end_earliest_by_day, end_latest_by_day, recorded_at, recorded_by)
     VALUES ($1, $2, 'custody', 'apprehended', 1, 1, '2024-08-02T04:00Z', true, '2024-08-03T04:00Z', true, false, false, now(), 'ines')`,
    [fact, dossier],
  );
});

describe("the database itself", () => {
  it("refuses two answers for one person at one moment, and allows them side by side", async () => {
    await interval("[2024-08-05,2024-09-01)", "[2024-08-02,2024-08-20)");
    await interval("[2024-08-05,2024-09-01)", "[2024-08-20,)");
    await interval("[2024-09-01,)", "[2024-08-02,)");
    await expect(interval("[2024-08-30,)", "[2024-08-10,2024-08-11)")).rejects.toThrow(/custody_one_answer/);
  });

  it("lets the two known-times of a fact be written once, by a second person, and nothing else ever", async () => {
    const change = (set: string) => asOwner(`UPDATE registry.facts SET ${set} WHERE id = $1`, [fact]);
    await expect(change("state = 'released_full'")).rejects.toThrow(/append-only/);
    await expect(change("known_from = now()")).rejects.toThrow(/facts_known_only_confirmed/);
    await expect(change("known_from = now(), confirmed_by = 'ines'")).rejects.toThrow(/facts_two_people/);
    await change("known_from = '2024-08-05T18:00Z', confirmed_by = 'vera'");
    await expect(change("known_from = '2024-08-01T18:00Z'")).rejects.toThrow(/append-only/);
    await expect(change("known_to = '2024-08-04T18:00Z'")).rejects.toThrow(/facts_known/);
    await change("known_to = '2024-09-04T18:00Z'");
    await expect(change("known_to = NULL")).rejects.toThrow(/append-only/);
    await expect(asOwner("DELETE FROM registry.facts")).rejects.toThrow(/append-only/);
    await expect(asOwner("TRUNCATE registry.facts CASCADE")).rejects.toThrow(/append-only/);
  });

  it("keeps closed lists closed", async () => {
    const add = (track: string, state: string) =>
      asOwner(
        `INSERT INTO registry.facts (id, case_id, track, state, episode, position, earliest_by_day, latest_by_day, end_earliest_by_day,
           end_latest_by_day, recorded_at, recorded_by) VALUES ($1, $2, $3::registry.track, $4, 1, 9, false, false, false, false, now(), 'ines')`,
        [newId(), dossier, track, state],
      );
    await expect(add("custody", "escaped")).rejects.toThrow(/facts_state_of_track/);
    await expect(add("vetting", "verified")).rejects.toThrow(/facts_state_of_track/);
    await expect(add("measure", "VE242.10")).rejects.toThrow(/facts_state_of_track/);
    await add("measure", "VE242.1");
  });

  it.each(["V123-45", "E123-45", "J123-45", "G123-45", "P123-45", "7K3I-9F", "7k3q-9f", "7K3Q9F"])(
    "refuses the reference %s",
    async (reference) => {
      await expect(
        asOwner(
          "INSERT INTO registry.cases (id, person_id, reference, opened_by, opened_at) VALUES ($1, $2, $3, 'ines', now())",
          [newId(), person, reference],
        ),
      ).rejects.toThrow(/cases_reference/);
    },
  );

  it("never changes what was published", async () => {
    await asOwner(
      `INSERT INTO publication.balances (id, slug, kind, at, known, method, content, content_hash, signatures, published_at)
       VALUES ($1, 'x', 'weekly', now(), now(), '1.0', '{}', '\\x00', '[]', now())`,
      [newId()],
    );
    await expect(asOwner("UPDATE publication.balances SET content = '{}'")).rejects.toThrow(/append-only/);
    await expect(asOwner("DELETE FROM publication.balances")).rejects.toThrow(/append-only/);
    await expect(asOwner("TRUNCATE publication.balances CASCADE")).rejects.toThrow(/append-only/);
  });

  it("publishes no balance but the one two coordinators signed", async () => {
    await expect(
      asRole(
        "DESK",
        `INSERT INTO publication.balances (id, slug, kind, at, known, method, content, content_hash, signatures, published_at)
         VALUES ($1, 'y', 'weekly', now(), now(), '1.0', '{}', '\\x00', '[]', now())`,
        [newId()],
      ),
    ).rejects.toThrow(/as it was drafted/);
    const alone = newId();
    await asOwner(
      `INSERT INTO registry.balance_drafts (id, kind, at, known, method, exact, content, content_hash, drafted_by, drafted_at)
       VALUES ($1, 'weekly', now(), now(), '1.0', '{}', '{}', '\\x00', 'clara', now())`,
      [alone],
    );
    await asOwner(
      "INSERT INTO registry.balance_signatures (balance_id, staff_id, public_key, signature, signed_at) VALUES ($1, $2, '\\x01', '\\x01', now())",
      [alone, newId()],
    );
    await expect(
      asRole(
        "DESK",
        `INSERT INTO publication.balances (id, slug, kind, at, known, method, content, content_hash, signatures, published_at)
         VALUES ($1, 'y', 'weekly', now(), now(), '1.0', '{}', '\\x00', '[]', now())`,
        [alone],
      ),
    ).rejects.toThrow(/two coordinators/);
  });

  it("shows no name that two people did not confirm, or that is not permitted, or of no known adult", async () => {
    const show = () =>
      asDeskTraced(
        `INSERT INTO publication.named_cases (reference, name, sort_key, content, state, sex, published_at, changed_at)
         VALUES ('7K3Q-9F', 'Ana', 'ana', '{}', 'apprehended', 'woman', now(), now())`,
      );
    await expect(show()).rejects.toThrow(/second person/);
    await asOwner(
      `INSERT INTO registry.naming_acts (id, case_id, kind, proposed_by, proposed_at, confirmed_by, confirmed_at)
       VALUES ($1, $2, 'named', 'elena', now(), 'carlos', now())`,
      [newId(), dossier],
    );
    await expect(show()).rejects.toThrow(/permission/);
    const permit = (granted: boolean, standing: boolean) =>
      asOwner(
        `INSERT INTO registry.permissions (id, case_id, purpose, granted, given_by, standing, known_from, recorded_by)
         VALUES ($1, $2, 'name', $3, 'relative', $4, now(), 'ines')`,
        [newId(), dossier, granted, standing],
      );
    await permit(true, false);
    await expect(show()).rejects.toThrow(/permission/);
    await permit(true, true);
    await expect(show()).rejects.toThrow(/under 18/);
    await asOwner(
      `INSERT INTO registry.traits (id, person_id, sex, birth_year, nationality, civil_military, sectors, recorded_by)
       VALUES ($1, $2, 'woman', 1990, 'national', 'civilian', '{}', 'ines')`,
      [newId(), person],
    );
    await show();
    await permit(false, false);
    expect(await asOwner("SELECT FROM publication.named_cases")).toHaveLength(0);
    await expect(show()).rejects.toThrow(/permission/);
  });

  it("knows of no death before next of kin were told", async () => {
    const die = () =>
      asOwner(
        `INSERT INTO registry.facts (id, case_id, track, state, episode, position, earliest_by_day, latest_by_day, end_earliest_by_day,
           end_latest_by_day, recorded_at, recorded_by, known_from, confirmed_by)
         VALUES ($1, $2, 'custody', 'died_in_custody', 1, 20, false, false, false, false, now(), 'ines', now(), 'clara')`,
        [newId(), dossier],
      );
    await expect(die()).rejects.toThrow(/next of kin/);
    await asOwner(
      "INSERT INTO registry.kin_notices (case_id, recorded_by, recorded_at) VALUES ($1, 'vera', now())",
      [dossier],
    );
    await die();
  });

  it("lets coverage be seconded once, by somebody else, as it was declared", async () => {
    const id = newId();
    await asOwner(
      "INSERT INTO registry.coverages (id, since, declared_by, declared_at) VALUES ($1, '2024-07-29', 'clara', now())",
      [id],
    );
    const change = (set: string) => asDeskTraced(`UPDATE registry.coverages SET ${set} WHERE id = $1`, [id]);
    await expect(change("since = '2020-01-01'")).rejects.toThrow(/append-only/);
    await expect(change("seconded_at = now()")).rejects.toThrow(/coverage_seconded_by_somebody/);
    await expect(change("seconded_at = now(), seconded_by = 'clara'")).rejects.toThrow(/coverage_two_people/);
    await change("seconded_at = now(), seconded_by = 'carlos'");
    await expect(change("seconded_by = 'elena'")).rejects.toThrow(/append-only/);
  });

  it("never rewrites who registered a case", async () => {
    await expect(asRole("DESK", "UPDATE registry.cases SET opened_by = 'vera'")).rejects.toThrow(
      /permission denied/,
    );
  });
});
