import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { asOwner } from "../../support/owner";

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
    await expect(asOwner("TRUNCATE publication.balances")).rejects.toThrow(/append-only/);
  });
});
