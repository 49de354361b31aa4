import type { Duplicates } from "@highwater/shared/candidates/contract";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { duplicatesQuery } from "./queries";

type Items = Duplicates["items"];

interface Asked {
  name: string;
  website: string;
  except?: string | undefined;
}

const trimmed = ({ name, website, except }: Asked) => ({
  name: name.trim(),
  website: website.trim(),
  except,
});

/** What a name or website may already stand for, as they are typed. */
export function useDuplicates(asked: Asked) {
  const client = useQueryClient();
  const [settled] = useDebouncedValue(trimmed(asked), 300);
  const query = duplicatesQuery(settled);
  const { data } = useQuery(query);
  const shown: Items = query.enabled === false ? [] : (data?.items ?? []);

  /** Those not shown yet, for a save that is faster than the hint. A failed look-up stops nobody. */
  const overlooked = async (): Promise<boolean> => {
    const items = await client
      .fetchQuery(duplicatesQuery(trimmed(asked)))
      .then((answer) => answer.items)
      .catch((): Items => []);
    return items.some(({ id }) => !shown.some((one) => one.id === id));
  };
  return { shown, overlooked };
}
