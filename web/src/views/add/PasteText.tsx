import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useAddText } from "@/api";
import { TroubleShown } from "@/frame";
import { isDay } from "@/words";

const BLANK = { text: "", title: "", published: "", publisher: "", url: "" };

/** One report as text, with what is known of it. */
export function PasteText({ onBegin }: { onBegin: (job: string) => void }) {
  const add = useAddText();
  const [report, setReport] = useState(BLANK);
  const take = (name: keyof typeof BLANK) => ({
    value: report[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setReport((now) => ({ ...now, [name]: value })),
  });
  const day = report.published.trim();
  const dayFault = day !== "" && !isDay(day);
  const urlFault = report.url.trim() !== "" && !/^https?:\/\/\S+$/i.test(report.url.trim());
  const send = () => {
    const told = (text: string) => text.trim() || null;
    const { text, title, publisher, url } = report;
    add.mutate(
      {
        text,
        title: told(title),
        published: told(day),
        publisher: told(publisher),
        url: told(url),
      },
      {
        onSuccess: ({ job }) => {
          setReport(BLANK);
          onBegin(job);
        },
      },
    );
  };
  return (
    <Stack gap="sm">
      <Textarea label="Text" required autosize minRows={7} maxRows={16} {...take("text")} />
      <Group grow align="flex-start">
        <TextInput label="Title" {...take("title")} />
        <TextInput label="Publisher" {...take("publisher")} />
      </Group>
      <Group grow align="flex-start">
        <TextInput
          label="Published on"
          placeholder="2014-02-10"
          error={dayFault && "Write it as 2014-02-10"}
          {...take("published")}
        />
        <TextInput
          label="Address"
          placeholder="https://"
          error={urlFault && "An address begins with http:// or https://"}
          {...take("url")}
        />
      </Group>
      <Group>
        <Button
          onClick={send}
          disabled={report.text.trim() === "" || dayFault || urlFault}
          loading={add.isPending}
        >
          Read it
        </Button>
      </Group>
      {add.error && <TroubleShown error={add.error} />}
    </Stack>
  );
}
